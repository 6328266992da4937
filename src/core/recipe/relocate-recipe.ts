import { entriesByName, type PlainValue, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** A value of the recipe that gets another one: keys and list indices from the top. */
export interface Relocation {
  readonly path: readonly (string | number)[];
  readonly value: PlainValue;
}

/**
 * The recipe's text with some values replaced, for a computer on which its files lie elsewhere. All else stays as it was written,
 * because a YAML writer would print numbers so that TRL reads them differently (`2.0e-3` as `2e-3`, a string for PyYAML).
 */
export function relocateRecipe(
  text: string,
  entries: ReadonlyMap<string, YamlEntry>,
  relocations: readonly Relocation[],
): string {
  const changes = relocations.flatMap(({ path, value }) => {
    const node = nodeAt(entries, path);
    return node === null ? [] : [{ ...extentOf(text, node), value: written(text, node, value) }];
  });
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, value }) => rest.slice(0, start) + value + rest.slice(end), text);
}

/** JSON is YAML. A block may begin in its key's own column, where a flow value must not. */
function written(text: string, node: YamlNode, value: PlainValue): string {
  const isBlock = (node.kind === 'list' || node.kind === 'map') && !/[[{]/.test(text[node.range.start] ?? '');
  return isBlock ? `  ${JSON.stringify(value)}` : JSON.stringify(value);
}

function nodeAt(
  entries: ReadonlyMap<string, YamlEntry>,
  [first, ...rest]: readonly (string | number)[],
): YamlNode | null {
  const top = typeof first === 'string' ? entries.get(first)?.value : undefined;
  return rest.reduce<YamlNode | null>((node, step) => {
    if (node === null) return null;
    if (typeof step === 'string') return entriesByName(node).get(step)?.value ?? null;
    return node.kind === 'list' ? (node.items[step] ?? null) : null;
  }, top ?? null);
}

/** A block's range goes to the start of the next line: the line break and comments below it are not part of the value. */
export function extentOf(text: string, node: YamlNode): { start: number; end: number } {
  const { start, end } = node.range;
  if (node.kind !== 'list' && node.kind !== 'map') return { start, end };
  const last = lastValue(node);
  const closing = /[\]}]/.test(text[end - 1] ?? '') && /[[{]/.test(text[start] ?? '');
  return { start, end: closing ? end : last === null ? end : Math.max(start, extentOf(text, last).end) };
}

function lastValue(node: YamlNode): YamlNode | null {
  if (node.kind === 'list') return node.items.at(-1) ?? null;
  return node.kind === 'map' ? (node.entries.at(-1)?.value ?? null) : null;
}
