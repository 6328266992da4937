import type { ColumnSet } from '../column.ts';
import { hasDocuments } from '../documents.ts';
import { exchangesOf } from '../exchange.ts';
import type { DatasetFormat } from '../finding.ts';
import { firstAsked } from '../first-asked.ts';
import type { JsonObject } from '../json-value.ts';
import type { Path } from '../locate.ts';
import { parsePositioned, type JsonNode } from '../positioned-json.ts';
import { textsIn } from '../row-texts.ts';
import type { Row } from '../row.ts';
import { LANES, TextDigest } from '../text-digest.ts';
import { conversationsOf } from '../turn.ts';
import { pathDigest } from '../value-digest.ts';

/** One of the texts of a row that is written in a shape, by its number; `EMPTY` for one that is, which is part of the shape. */
export type TextNumber = number;

/** The texts of a row that is written in a shape, until the next row is read. */
export interface ShapedTexts {
  /** All of them are ASCII, as they are written. */
  readonly isAscii: boolean;
  /** A character that is not ASCII is written as an escape. */
  readonly hasUnicodeEscape: boolean;
  /** @param row the JSON text of the row */
  text(number: TextNumber, row: string): string;
  /** From where to where the row's JSON text has it, in UTF-16 units, without its quotes. */
  fromOf(number: TextNumber): number;
  toOf(number: TextNumber): number;
  /** False for a text that is longer than so many UTF-16 units for certain. */
  mayFit(number: TextNumber, length: number): boolean;
}

/** An answer among the texts of a shape, as `Exchange` has it. */
export interface AnswerPlace {
  readonly answer: TextNumber;
  readonly prompt: TextNumber | null;
  readonly input: TextNumber;
  readonly path: Path;
}

/**
 * What rows have in common that are written alike to the byte but for their texts: keys, roles, order, white space. All that depends on
 * nothing else is known of the next row in the shape before it is parsed.
 */
export interface RowShape {
  readonly columns: ColumnSet;
  readonly format: DatasetFormat;
  readonly isPlain: boolean;
  readonly proseColumns: readonly string[];
  /** Where its texts stand. */
  readonly paths: readonly Path[];
  readonly answers: readonly AnswerPlace[];
  /** As `rowTexts` has them. */
  readonly askedTexts: readonly TextNumber[];
  readonly answeredTexts: readonly TextNumber[];
  /** What is asked first, as `firstAsked` says; null if nothing is. */
  readonly asked: TextNumber | null;
  readonly hasDocuments: boolean;
  /** Added to the digests of the texts it gives the digest of the row's value. */
  readonly rest: Int32Array;
}

/** A row taken apart: what stands around its texts, and where each of these leads. */
export interface RowParts {
  readonly shape: RowShape;
  /** One more than there are texts. */
  readonly pieces: readonly string[];
  /** For each text the digest that one at its place begins with. */
  readonly starts: readonly Int32Array[];
}

/** Whether a row holds nothing but the texts of a known format. */
export function mayHaveShape({ format, proseColumns }: Row): boolean {
  return format !== 'unknown' && proseColumns !== null && !proseColumns.some((each) => SPECIAL.has(each));
}

/**
 * Null for a row without texts, and for one with keys that rules have something to say about.
 * @param digest of the row's value
 */
export function rowParts(row: Row, digest: Int32Array): RowParts | null {
  const { text, format, columns, isPlain } = row;
  const proseColumns = row.proseColumns ?? [];
  const texts = textsOf(text);
  if (texts === null || texts.length === 0) return null;
  const paths = texts.map(({ path }) => path);
  const starts = paths.map(pathDigest);
  const pieces = texts.map(({ from }, n) => text.slice(texts[n - 1]?.to ?? 0, from));
  pieces.push(text.slice(texts.at(-1)?.to ?? 0));
  if (pieces.some((piece) => !IS_PLAIN.test(piece))) return null;
  const rest = Int32Array.from(digest);
  texts.forEach((each, n) => subtract(rest, starts[n] ?? rest, each.text));
  return {
    pieces,
    starts,
    shape: { columns, format, isPlain, proseColumns, paths, rest, ...knownOf(pieces) },
  };
}

/** Columns about which rules have more to say than their texts show. */
const SPECIAL = new Set(['tools', 'functions', 'image', 'images', 'audio', 'audios', 'video', 'videos']);

interface PlacedText {
  readonly path: Path;
  readonly text: string;
  /** Indices behind its opening quote and of the closing one. */
  readonly from: number;
  readonly to: number;
}

/** The texts of a row that are its own, in their order; null if a key is given twice. */
function textsOf(row: string): PlacedText[] | null {
  const parsed = parsePositioned(row);
  const found: PlacedText[] = [];
  return parsed.ok && addTexts(parsed.root, [], found) ? found : null;
}

/** False if a key is given twice. */
function addTexts(node: JsonNode, path: Path, to: PlacedText[]): boolean {
  if (node.kind === 'array') return node.items.every((item, n) => addTexts(item, [...path, n], to));
  if (node.kind === 'object') {
    if (new Set(node.entries.map(({ key }) => key)).size < node.entries.length) return false;
    return node.entries.every(({ key, value }) => addTexts(value, [...path, key], to));
  }
  if (node.kind === 'string' && node.value !== '' && !isRole(path))
    to.push({ path, text: node.value, from: node.start + 1, to: node.end - 1 });
  return true;
}

/** Nothing but what a keyboard writes: neither escapes nor characters that rules look for in keys. */
const IS_PLAIN = /^[\x20-\x5b\x5d-\x7e\t\r]*$/;

/** Who speaks is part of the shape. */
function isRole(path: Path): boolean {
  const key = path.at(-1);
  return path.length === 3 && (key === 'role' || key === 'from');
}

function subtract(sum: Int32Array, start: Int32Array, text: string): void {
  const digest = new TextDigest();
  const own = new Int32Array(LANES);
  digest.start(start, 0);
  digest.text(text);
  digest.addTo(own);
  for (let n = 0; n < LANES; n++) sum[n] = (sum[n] ?? 0) - (own[n] ?? 0);
}

/** What a row is found to have without its texts. */
type KnownParts = Pick<RowShape, 'answers' | 'asked' | 'askedTexts' | 'answeredTexts' | 'hasDocuments'>;

/** Found out with the numbers of the texts in their place. */
function knownOf(pieces: readonly string[]): KnownParts {
  const numbered = pieces.reduce((json, piece, n) => `${json}\\u0000${n - 1}${piece}`);
  const object = JSON.parse(numbered) as JsonObject;
  const conversations = conversationsOf(object);
  const answers = exchangesOf(object, conversations).map(({ answer, prompt, input, path }) => ({
    answer: numberOf(answer),
    prompt: prompt === null ? null : numberOf(prompt),
    input: numberOf(input),
    path,
  }));
  const asked = firstAsked(object, conversations);
  const texts = textsIn(object, conversations);
  return {
    answers,
    askedTexts: texts.asked.map(numberOf),
    answeredTexts: texts.answered.map(numberOf),
    asked: asked === null ? null : numberOf(asked),
    hasDocuments: hasDocuments(object, conversations),
  };
}

function numberOf(text: string): TextNumber {
  return text === '' ? EMPTY : Number(text.slice(1));
}

/** Number of the text that is part of the shape. */
export const EMPTY: TextNumber = -1;
