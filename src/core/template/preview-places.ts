import { nodeAt, rawIndex, type Path } from '../dataset/json/locate.ts';
import type { JsonNode } from '../dataset/json/positioned-json.ts';
import type { TracePiece } from './trace/trace-piece.ts';

/** A range of a text in UTF-16 units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The piece that a character of the rendered text belongs to, and where the piece lies; undefined outside the text. */
export function pieceAt(
  pieces: readonly TracePiece[],
  at: number,
): (TextRange & { readonly piece: TracePiece }) | undefined {
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.length;
    if (at < end) return at < start ? undefined : { piece, start, end };
    start = end;
  }
  return undefined;
}

/** What characters of a row a piece came from: all of them, and the one that a single character came from. */
export interface RowCharacters {
  readonly whole: TextRange;
  readonly character: TextRange;
}

/**
 * Where in a row's JSON text a character of a piece stands.
 * @param index of the character within the piece
 * @returns undefined if the row has no such value
 */
export function rowCharacters(
  rowText: string,
  root: JsonNode,
  data: NonNullable<TracePiece['data']>,
  length: number,
  index: number,
): RowCharacters | undefined {
  const node = nodeAt(root, data.path)?.node;
  if (node === undefined) return undefined;
  if (node.kind !== 'string' || data.offset === null) {
    const whole = { start: node.start, end: node.end };
    return { whole, character: whole };
  }
  const at = data.offset + index;
  const [start, from, to, end] = rawIndices(rowText, node.start, [
    data.offset,
    at,
    at + 1,
    data.offset + length,
  ]);
  if (start === undefined || from === undefined || to === undefined || end === undefined) return undefined;
  return { whole: { start, end }, character: { start: from, end: to } };
}

/** As `rawIndex` for several rising indices, each counted from the one before. */
function rawIndices(text: string, quote: number, indices: readonly number[]): number[] {
  let at = quote + 1;
  let counted = 0;
  return indices.map((index) => {
    at = rawIndex(text, at - 1, index - counted);
    counted = index;
    return at;
  });
}

/** A value of a row, and the character of it; null if the place is no character of a string. */
export interface RowPlace {
  readonly path: Path;
  readonly offset: number | null;
}

/** The innermost value that a place in a row's JSON text lies in. On a key it is the key's value. */
export function rowPlaceAt(rowText: string, root: JsonNode, at: number): RowPlace {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const step = stepTowards(node, at);
    if (step === null) break;
    path.push(step.step);
    node = step.node;
  }
  const inside = node.kind === 'string' && at > node.start && at < node.end;
  return { path, offset: inside ? unescapedIndex(rowText, node.start, at) : null };
}

function stepTowards(node: JsonNode, at: number): { step: string | number; node: JsonNode } | null {
  const holds = (start: number, end: number): boolean => start <= at && at <= end;
  if (node.kind === 'array') {
    const step = node.items.findIndex(({ start, end }) => holds(start, end));
    const item = node.items[step];
    return item === undefined ? null : { step, node: item };
  }
  if (node.kind !== 'object') return null;
  const entry = node.entries.find(({ keyAt, value }) => holds(keyAt.start, value.end));
  return entry === undefined ? null : { step: entry.key, node: entry.value };
}

/** Index of the unescaped character that a place in a JSON string belongs to. */
function unescapedIndex(text: string, quote: number, at: number): number {
  let index = 0;
  let raw = quote + 1;
  for (;;) {
    const next = rawIndex(text, raw - 1, 1);
    if (next > at) return index;
    raw = next;
    index++;
  }
}

/**
 * The stretches of the rendered text that came from a place of the row: those of the character, else those of the whole value.
 * None for a place that holds the whole conversation.
 */
export function renderedFromRow(pieces: readonly TracePiece[], { path, offset }: RowPlace): TextRange[] {
  if (path.length < 2 && offset === null) return [];
  const ofValue: TextRange[] = [];
  const ofCharacter: TextRange[] = [];
  let start = 0;
  for (const { length, data } of pieces) {
    const end = start + length;
    if (data !== null && startsWith(data.path, path)) {
      push(ofValue, { start, end });
      const own = data.path.length === path.length && data.offset !== null ? data.offset : null;
      if (own !== null && offset !== null && own <= offset && offset < own + length)
        ofCharacter.push({ start: start + offset - own, end: start + offset - own + 1 });
    }
    start = end;
  }
  return ofCharacter.length > 0 ? ofCharacter : ofValue;
}

/** The stretches of the rendered text that a place of the template wrote. */
export function renderedFromTemplate(pieces: readonly TracePiece[], at: number): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (const { length, template } of pieces) {
    const end = start + length;
    if (template[0] <= at && at < template[1]) push(ranges, { start, end });
    start = end;
  }
  return ranges;
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((step, i) => path[i] === step);
}

function push(ranges: TextRange[], range: TextRange): void {
  const last = ranges.at(-1);
  if (last?.end === range.start) ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}
