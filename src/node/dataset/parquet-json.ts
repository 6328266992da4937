import type { SchemaTree } from 'hyparquet';
import type { ArrowField } from './arrow-field.ts';
import { leafOf, type ParquetLeaf } from './parquet-leaf.ts';

/** Writes a value that the library has read as JSON. */
export type WriteJson = (value: unknown) => string;
/** Whether bytes are written as base64, or only that they are there. */
export type WrittenBytes = 'base64' | 'hidden';

/** The name of a column as the library may know it: a key of this name would change what the object is instead. */
export function safeName(name: string): string {
  return name === '__proto__' ? '__proto__\u0000' : name;
}

/** How the values of a column, or the rows of a file, are written. @param arrow the same in Arrow's schema, where the file has one */
export function jsonWriter(tree: SchemaTree, bytes: WrittenBytes, arrow: ArrowField | null): WriteJson {
  const write = valueWriter(tree, bytes, arrow);
  return tree.element.repetition_type === 'REPEATED' ? listWriter(write) : write;
}

/** Whether the values of some column are of a kind. */
export function someLeaf({ element, children }: SchemaTree, test: (leaf: ParquetLeaf) => boolean): boolean {
  return children.length === 0 ? test(leafOf(element)) : children.some((child) => someLeaf(child, test));
}

function valueWriter(tree: SchemaTree, bytes: WrittenBytes, arrow: ArrowField | null): WriteJson {
  const { element, children } = tree;
  if (children.length === 0) {
    const digits = element.type === 'INT64' ? (arrow?.durationDigits ?? null) : null;
    return orNull(
      digits === null
        ? leafWriter(leafOf(element), bytes)
        : (value) => durationText(integerOf(value), digits),
    );
  }
  const item = itemOf(tree);
  if (item !== null) return listWriter(valueWriter(item, bytes, arrow?.child(0) ?? null));
  const entry = entryOf(tree);
  if (entry !== null) return mapWriter(entry, bytes, arrow?.child(0) ?? null);
  return bytes === 'hidden' && isMedium(tree)
    ? orNull(() => '{"bytes":null,"path":null}')
    : structWriter(tree, bytes, arrow);
}

/** As the library tells lists (hyparquet 1.33 schema.js:134, assemble.js:101); null for what is none. */
function itemOf({ element, children }: SchemaTree): SchemaTree | null {
  const [list] = children;
  if (element.converted_type !== 'LIST' || list === undefined || children.length > 1) return null;
  if (list.children.length > 1 || list.element.repetition_type !== 'REPEATED') return null;
  return list.children[0] ?? list;
}

/** The key and the value of a map; null for what is none. */
function entryOf({
  element,
  children,
}: SchemaTree): { readonly name: string; readonly key: SchemaTree; readonly value: SchemaTree } | null {
  const [entry] = children;
  if (!isMap(element.converted_type) || entry === undefined || children.length > 1) return null;
  const [key, value] = entry.children;
  if (key === undefined || value === undefined || entry.element.repetition_type !== 'REPEATED') return null;
  return { name: safeName(entry.element.name), key, value };
}

function isMap(converted: SchemaTree['element']['converted_type']): boolean {
  return converted === 'MAP' || converted === 'MAP_KEY_VALUE';
}

/** As `datasets` 5.2 stores images, sound and video (features/image.py, `Image.pa_type`). */
function isMedium({ children }: SchemaTree): boolean {
  const named = (name: string): SchemaTree | undefined =>
    children.find(({ element }) => element.name === name);
  const bytes = named('bytes');
  return (
    children.length === 2 &&
    named('path') !== undefined &&
    bytes?.children.length === 0 &&
    leafOf(bytes.element).kind === 'bytes'
  );
}

function structWriter({ children }: SchemaTree, bytes: WrittenBytes, arrow: ArrowField | null): WriteJson {
  const fields = children.map((child, n) => ({
    name: safeName(child.element.name),
    key: `${JSON.stringify(child.element.name)}:`,
    write: jsonWriter(child, bytes, arrow?.child(n) ?? null),
  }));
  return orNull((value) => {
    const struct = value as Readonly<Record<string, unknown>>;
    return `{${fields.map(({ name, key, write }) => key + write(struct[name])).join(',')}}`;
  });
}

function listWriter(write: WriteJson): WriteJson {
  return orNull((value) => `[${(value as readonly unknown[]).map(write).join(',')}]`);
}

function mapWriter(
  { name, key, value }: NonNullable<ReturnType<typeof entryOf>>,
  bytes: WrittenBytes,
  arrow: ArrowField | null,
): WriteJson {
  const writeKey = jsonWriter(key, bytes, arrow?.child(0) ?? null);
  const writeValue = jsonWriter(value, bytes, arrow?.child(1) ?? null);
  const [keyName, valueName] = [safeName(key.element.name), safeName(value.element.name)];
  return orNull((map) => {
    const entries =
      (map as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[name] ?? [];
    const written = entries.map(
      (each) => `${keyText(writeKey(each[keyName]))}:${writeValue(each[valueName])}`,
    );
    return `{${written.join(',')}}`;
  });
}

/** Keys of JSON are text. */
function keyText(json: string): string {
  return json.startsWith('"') ? json : JSON.stringify(json);
}

function orNull(write: WriteJson): WriteJson {
  return (value) => (value === null || value === undefined ? 'null' : write(value));
}

function leafWriter(leaf: ParquetLeaf, bytes: WrittenBytes): WriteJson {
  switch (leaf.kind) {
    case 'text':
      return JSON.stringify;
    case 'bytes':
      return bytes === 'hidden' ? byteCount : base64;
    case 'float':
      return (value) => floatText(Number(value));
    case 'decimal':
      return (value) => decimalText(integerOf(value), leaf.scale);
    case 'date':
      return (value) => dateText(Number(value));
    case 'timestamp':
      return (value) => timestampText(integerOf(value), leaf.digits, leaf.isUtc);
    case 'time':
      return (value) => timeText(integerOf(value), leaf.digits);
    case 'plain':
      return (value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value));
    default:
      return leaf satisfies never;
  }
}

function base64(value: unknown): string {
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  return `"${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}"`;
}

function byteCount(value: unknown): string {
  return `{"bytes":${(value as Uint8Array).length}}`;
}

/** As Python writes it: with a point, so that it is read as a float again. */
function floatText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?[0-9]+$/.test(text) ? `${text}.0` : text;
}

/** An integer as such, or as its bytes, the highest first. */
function integerOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const hex = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
  return BigInt.asIntN(value.length * 8, BigInt(`0x${hex === '' ? '0' : hex}`));
}

function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale <= 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** ISO 8601; of a day that no date of JavaScript is, its number. */
function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : `"${date.toISOString().split('T')[0]}"`;
}

/** ISO 8601 with all digits; of a time that no date of JavaScript is, its number. */
function timestampText(value: bigint, digits: number, isUtc: boolean): string {
  const second = 10n ** BigInt(digits);
  const rest = ((value % second) + second) % second;
  const date = new Date(Number((value - rest) / second) * 1000);
  if (Number.isNaN(date.getTime())) return String(value);
  const fraction = String(rest).padStart(digits, '0');
  return `"${date.toISOString().replace(/\.000Z$/, '')}.${fraction}${isUtc ? 'Z' : ''}"`;
}

const DAY_SECONDS = 86_400n;

/** As `time.isoformat` of Python, with the nanoseconds that it has no place for; of what is no time of a day, its number. */
function timeText(value: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  if (value < 0n || value >= DAY_SECONDS * unit) return String(value);
  const time = new Date(Number(value / unit) * 1000).toISOString().slice(11, 19);
  const rest = value % unit;
  return rest === 0n ? `"${time}"` : `"${time}.${String(rest).padStart(digits, '0').padEnd(6, '0')}"`;
}

/** ISO 8601, in seconds. */
function durationText(value: bigint, digits: number): string {
  const text = digits === 0 ? String(value) : decimalText(value, digits).replace(/\.?0+$/, '');
  return text.startsWith('-') ? `"-PT${text.slice(1)}S"` : `"PT${text}S"`;
}
