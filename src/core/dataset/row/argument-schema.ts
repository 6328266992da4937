import { unreachable } from '../../text/unreachable.ts';
import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';

/** How the arguments of a call break the schema of its tool. */
export type SchemaBreach =
  | { readonly kind: 'missing'; readonly path: Path; readonly name: string }
  | { readonly kind: 'unknown'; readonly path: Path; readonly name: string }
  | { readonly kind: 'type'; readonly path: Path; readonly wanted: string }
  | { readonly kind: 'enum'; readonly path: Path; readonly wanted: readonly JsonValue[] };

/** Keywords under which a schema may accept what its plain parts refuse, or that are not looked into. */
const NOT_PLAIN = ['$ref', 'anyOf', 'oneOf', 'allOf', 'not', 'if'] as const;

/** JSON Schema's types, and what generators of datasets write for them. */
const TYPES: Readonly<Record<string, JsonType>> = {
  object: 'object',
  dict: 'object',
  array: 'array',
  list: 'array',
  string: 'string',
  str: 'string',
  integer: 'integer',
  int: 'integer',
  number: 'number',
  float: 'number',
  boolean: 'boolean',
  bool: 'boolean',
  null: 'null',
};
type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/**
 * Holds arguments against the plain parts of a JSON Schema: `type`, `enum`, `required`, `properties`, `items`,
 * `additionalProperties`. Whatever else a schema says is accepted. At the top an argument that `properties` does not name is a breach
 * unless `additionalProperties` lets it in: the properties are what the tool takes.
 */
export function schemaBreaches(schema: JsonValue | undefined, value: JsonObject): SchemaBreach[] {
  const breaches: SchemaBreach[] = [];
  if (!isObject(schema) || !isPlain(schema) || !isObject(schema['properties'])) return breaches;
  checkObject(schema, value, [], breaches);
  if (schema['additionalProperties'] === undefined && schema['patternProperties'] === undefined) {
    reportUnknown(schema['properties'], value, [], breaches);
  }
  return breaches;
}

function check(schema: JsonValue | undefined, value: JsonValue, path: Path, breaches: SchemaBreach[]): void {
  if (!isObject(schema) || !isPlain(schema)) return;
  if (value === null && schema['nullable'] === true) return;
  const wanted = typesOf(schema['type']);
  if (wanted !== null && !wanted.some((type) => hasType(value, type))) {
    breaches.push({ kind: 'type', path, wanted: wanted.join(' | ') });
    return;
  }
  const allowed = schema['enum'];
  if (Array.isArray(allowed) && isNoneOf(allowed, value)) {
    if (isScalar(value)) breaches.push({ kind: 'enum', path, wanted: allowed });
    return;
  }
  if (isObject(value)) checkObject(schema, value, path, breaches);
  else if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) check(schema['items'], item, [...path, n], breaches);
  }
}

function checkObject(schema: JsonObject, value: JsonObject, path: Path, breaches: SchemaBreach[]): void {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  for (const name of required) {
    if (typeof name === 'string' && !Object.hasOwn(value, name))
      breaches.push({ kind: 'missing', path, name });
  }
  for (const name of Object.keys(value)) {
    const given = value[name] ?? null;
    if (given === null && !required.has(name)) continue; // an optional argument that was left out
    if (Object.hasOwn(properties, name)) check(properties[name], given, [...path, name], breaches);
  }
  if (schema['additionalProperties'] === false && schema['patternProperties'] === undefined) {
    reportUnknown(properties, value, path, breaches);
  }
}

function reportUnknown(
  properties: JsonObject,
  value: JsonObject,
  path: Path,
  breaches: SchemaBreach[],
): void {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(properties, name)) breaches.push({ kind: 'unknown', path: [...path, name], name });
  }
}

function isPlain(schema: JsonObject): boolean {
  return NOT_PLAIN.every((keyword) => schema[keyword] === undefined);
}

/** Null where the schema says nothing, or something unknown. */
function typesOf(type: JsonValue | undefined): JsonType[] | null {
  const names = Array.isArray(type) ? type : [type];
  const types: JsonType[] = [];
  for (const name of names) {
    const known = typeof name === 'string' && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    if (known === undefined) return null;
    types.push(known);
  }
  return types.length === 0 ? null : types;
}

function hasType(value: JsonValue, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    default:
      return unreachable(type);
  }
}

/**
 * The scalars that a list of values allows; empty if it allows more than scalars. Made once a list: a tool may be called as often as its
 * list is long.
 */
const allowedBy = new WeakMap<readonly JsonValue[], ReadonlySet<JsonValue>>();

function isNoneOf(list: readonly JsonValue[], value: JsonValue): boolean {
  let allowed = allowedBy.get(list);
  if (allowed === undefined) {
    allowed = new Set(list.every(isScalar) ? list : []);
    allowedBy.set(list, allowed);
  }
  return allowed.size > 0 && !allowed.has(value);
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null;
}
