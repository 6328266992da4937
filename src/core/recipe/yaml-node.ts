/** A stretch of the recipe's text: UTF-16 offsets, and where it begins (line and column from 1). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A value as PyYAML's safe_load reads it, with its place: an integer and a float are different things. */
export type YamlNode =
  | { readonly kind: 'null'; readonly range: TextRange }
  | { readonly kind: 'bool'; readonly value: boolean; readonly source: string; readonly range: TextRange }
  | { readonly kind: 'int'; readonly value: number; readonly range: TextRange }
  | { readonly kind: 'float'; readonly value: number; readonly range: TextRange }
  | { readonly kind: 'str'; readonly value: string; readonly range: TextRange }
  /** A date or a time stamp; `value` as it was written. */
  | { readonly kind: 'date'; readonly value: string; readonly range: TextRange }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly range: TextRange }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly range: TextRange };

/** One entry of a mapping. `name` is the key as Python prints it: `True` for the key `on`. */
export interface YamlEntry {
  readonly key: YamlNode;
  readonly name: string;
  readonly value: YamlNode;
}

export type YamlKind = YamlNode['kind'];

/** A value without places, as JSON would have it. Entries that come twice: the last one counts, as in Python. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** The value of a node without its place. */
export function plainValue(node: YamlNode): PlainValue {
  if (node.kind === 'null') return null;
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'map') {
    return Object.fromEntries(node.entries.map((entry) => [entry.name, plainValue(entry.value)]));
  }
  return node.value;
}

/** The entries of a mapping by name, the last of equal ones; empty for anything else. */
export function entriesByName(node: YamlNode): Map<string, YamlEntry> {
  return new Map(node.kind === 'map' ? node.entries.map((entry) => [entry.name, entry]) : []);
}
