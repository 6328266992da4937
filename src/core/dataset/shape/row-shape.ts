import type { ColumnSet, NearMiss } from '../row/column.ts';
import { hasDocuments } from '../row/documents.ts';
import { exchangesOf, type Exchange } from '../row/exchange.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { firstAsked } from '../row/first-asked.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { parsePositioned, type JsonNode } from '../json/positioned-json.ts';
import { promptAndAnswer, type PromptAndAnswer } from '../row/prompt-and-answer.ts';
import { textsIn } from '../row/row-texts.ts';
import type { Row } from '../row/row.ts';
import { conversationsOf } from '../row/turn.ts';
import { shapedSum, type ShapedSum } from './shaped-sum.ts';
import { numberOf, placeholderOf, type TextNumber } from './text-number.ts';

/** The texts of a row that is written in a shape, until the next row is read. */
export interface ShapedTexts {
  /** @param row the JSON text of the row */
  text(number: TextNumber, row: string): string;
  /** From where to where the row's JSON text has it, in UTF-16 units, without its quotes. */
  fromOf(number: TextNumber): number;
  toOf(number: TextNumber): number;
  /** Writes the digest of a value that is made of some of them. */
  digest(sum: ShapedSum, into: Int32Array): void;
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
  /** As `Row.nearMiss`. */
  readonly nearMiss: NearMiss | null;
  readonly isPlain: boolean;
  readonly proseColumns: readonly string[];
  /** Where its texts stand; null in the place of a number. */
  readonly paths: readonly (Path | null)[];
  readonly answers: readonly AnswerPlace[];
  /** As `rowTexts` has them. */
  readonly askedTexts: readonly TextNumber[];
  readonly answeredTexts: readonly TextNumber[];
  /** What is asked first, as `firstAsked` says; null if nothing is. */
  readonly asked: TextNumber | null;
  readonly hasDocuments: boolean;
  /** The digests of the row's value, of its prompt and of its answer as `promptAndAnswer` has them; the last are null if it has none. */
  readonly value: ShapedSum;
  readonly prompt: ShapedSum | null;
  readonly answer: ShapedSum | null;
}

/** A row taken apart: what stands around its texts. */
export interface RowParts {
  readonly shape: RowShape;
  /** One more than there are texts. */
  readonly pieces: readonly string[];
}

/** Whether a row holds nothing but texts. */
export function mayHaveShape({ proseColumns }: Row): boolean {
  return proseColumns !== null && !proseColumns.some((each) => SPECIAL.has(each));
}

/**
 * Null for a row without texts, and for one with keys that rules have something to say about.
 * @param mostTexts null for a row with more of them, too
 */
export function rowParts(row: Row, mostTexts: number): RowParts | null {
  const { text, format, columns, isPlain, nearMiss } = row;
  const texts = textsOf(text);
  if (texts === null || texts.length === 0 || texts.length > mostTexts) return null;
  const pieces = texts.map(({ from }, n) => text.slice(texts[n - 1]?.to ?? 0, from));
  pieces.push(text.slice(texts.at(-1)?.to ?? 0));
  if (pieces.some((piece) => !IS_PLAIN.test(piece))) return null;
  const paths = texts.map(({ path, isNumber }) => (isNumber ? null : path));
  const known = knownOf(text, texts, format);
  if (known === null) return null;
  const proseColumns = row.proseColumns ?? [];
  return {
    pieces,
    shape: { columns, format, nearMiss, isPlain, proseColumns, paths, ...known },
  };
}

/** Columns about which rules have more to say than their texts show. */
const SPECIAL = new Set(['tools', 'functions', 'image', 'images', 'audio', 'audios', 'video', 'videos']);

/** A text, or a number, which is a part of a row as texts are. */
interface PlacedText {
  readonly path: Path;
  readonly isNumber: boolean;
  /** Indices behind its opening quote and of the closing one; of a number from where to where it stands. */
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
    to.push({ path, isNumber: false, from: node.start + 1, to: node.end - 1 });
  if (node.kind === 'number') to.push({ path, isNumber: true, from: node.start, to: node.end });
  return true;
}

/** Nothing but what a keyboard writes: neither escapes nor characters that rules look for in keys. */
const IS_PLAIN = /^[\x20-\x5b\x5d-\x7e\t\r\n]*$/;

/** Who speaks is part of the shape. */
function isRole(path: Path): boolean {
  const key = path.at(-1);
  return path.length === 3 && (key === 'role' || key === 'from');
}

/** What is found out with placeholders where the texts stand. */
type KnownParts = Omit<RowShape, 'columns' | 'format' | 'nearMiss' | 'isPlain' | 'proseColumns' | 'paths'>;

/** Null where it makes a difference to prompt or answer that something stands for a number. */
function knownOf(row: string, texts: readonly PlacedText[], format: DatasetFormat): KnownParts | null {
  const object = numbered(row, texts, ({ isNumber }) => !isNumber);
  const whole = numbered(row, texts, () => true);
  const told = toldBy(whole, format);
  const isSame = JSON.stringify(toldBy(object, format)) === withNumbers(JSON.stringify(told), row, texts);
  return isSame ? { ...knownTexts(object), ...sumsOf(whole, told) } : null;
}

/** JSON in which numbers stand where others stood for them. */
function withNumbers(json: string, row: string, texts: readonly PlacedText[]): string {
  return texts.reduce(
    (all, { isNumber, from, to }, n) =>
      isNumber ? all.replaceAll(`"${placeholderOf(n)}"`, row.slice(from, to)) : all,
    json,
  );
}

function toldBy(object: JsonObject, format: DatasetFormat): PromptAndAnswer | null {
  return promptAndAnswer({ object, format, conversations: conversationsOf(object) });
}

/** The row with what stands for texts in their places. */
function numbered(
  row: string,
  texts: readonly PlacedText[],
  isReplaced: (text: PlacedText) => boolean,
): JsonObject {
  let json = '';
  let at = 0;
  for (const [n, text] of texts.entries()) {
    if (!isReplaced(text)) continue;
    const placeholder = placeholderOf(n);
    json += row.slice(at, text.from) + (text.isNumber ? `"${placeholder}"` : placeholder);
    at = text.to;
  }
  return JSON.parse(json + row.slice(at)) as JsonObject;
}

function knownTexts(object: JsonObject): Omit<KnownParts, 'value' | 'prompt' | 'answer'> {
  const conversations = conversationsOf(object);
  const texts = textsIn(object, conversations);
  const asked = firstAsked(object, conversations);
  return {
    answers: exchangesOf(object, conversations).map(answerPlace),
    askedTexts: texts.asked.map(numberOf),
    answeredTexts: texts.answered.map(numberOf),
    asked: asked === null ? null : numberOf(asked),
    hasDocuments: hasDocuments(object, conversations),
  };
}

function sumsOf(
  object: JsonObject,
  told: PromptAndAnswer | null,
): Pick<KnownParts, 'value' | 'prompt' | 'answer'> {
  return {
    value: shapedSum(object),
    prompt: told === null ? null : shapedSum(told.prompt),
    answer: told === null ? null : shapedSum(told.answer),
  };
}

function answerPlace({ answer, prompt, input, path }: Exchange): AnswerPlace {
  return {
    answer: numberOf(answer),
    prompt: prompt === null ? null : numberOf(prompt),
    input: numberOf(input),
    path,
  };
}
