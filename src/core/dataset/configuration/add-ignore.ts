import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type Pair, type YAMLMap } from 'yaml';
import { HumanError } from '../../text/human-error.ts';

/** An entry for one finding of one row. */
export interface RowIgnore {
  /** Relative to the folder of tuning-fork.yaml, with `/`. */
  readonly file: string;
  readonly rule: string;
  /** As `rowDigest` makes it. */
  readonly row: string;
  readonly number: number;
  readonly reason: string;
}

/** A piece of text in place of another, by UTF-16 indices. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit that adds an entry to a tuning-fork.yaml: nothing else in it changes, comments included.
 * @throws {HumanError} if the file cannot be read as far as its list of entries
 */
export function addIgnore(source: string, ignore: RowIgnore): TextEdit {
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) throw unreadable();
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return atEnd(source, ['ignore:', ...lines(ignore, '  ')]);
  if (!isMap(contents)) throw unreadable();
  if (contents.flow === true) return inFlowMap(contents, ignore);
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'ignore');
  if (pair === undefined) return atEnd(source, ['ignore:', ...lines(ignore, '  ')]);
  return inList(source, pair, ignore);
}

function inList(source: string, { key, value }: Pair, ignore: RowIgnore): TextEdit {
  if (value === null || (isScalar(value) && value.value === null))
    return below(source, endOf(value) ?? endOf(key) ?? 0, lines(ignore, '  '));
  if (!isSeq(value)) throw unreadable();
  if (value.flow === true) return inBrackets(value, value.items.at(-1), onOneLine(ignore));
  const last = value.items.at(-1);
  const end = endOf(last) ?? endOf(value) ?? 0;
  return below(source, end, lines(ignore, indentOf(source, value.range?.[0] ?? 0)));
}

/** `{rules: {…}}` on one line, as YAML allows. */
function inFlowMap(map: YAMLMap, ignore: RowIgnore): TextEdit {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === 'ignore');
  if (pair !== undefined) {
    if (!isSeq(pair.value)) throw unreadable();
    return inBrackets(pair.value, pair.value.items.at(-1), onOneLine(ignore));
  }
  const last = map.items.at(-1);
  return inBrackets(map, last?.value ?? last?.key, `ignore: [${onOneLine(ignore)}]`);
}

/** Right behind the last item: before a comma and comments that may follow it. */
function inBrackets(list: Node, last: unknown, text: string): TextEdit {
  const end = endOf(last);
  const at = end ?? (endOf(list) ?? 1) - 1;
  return { start: at, end: at, text: end === null ? text : `, ${text}` };
}

/** Behind the line in which something ends, with what stands there as a comment. */
function below(source: string, index: number, added: readonly string[]): TextEdit {
  const lineEnd = source.indexOf('\n', Math.max(0, index - (source[index - 1] === '\n' ? 1 : 0)));
  if (lineEnd === -1) return atEnd(source, added);
  return { start: lineEnd + 1, end: lineEnd + 1, text: joined(source, added) };
}

function atEnd(source: string, added: readonly string[]): TextEdit {
  const isOpen = source !== '' && !source.endsWith('\n');
  const at = source.length;
  return { start: at, end: at, text: (isOpen ? newLine(source) : '') + joined(source, added) };
}

function joined(source: string, added: readonly string[]): string {
  return added.map((line) => line + newLine(source)).join('');
}

function newLine(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

function lines({ file, rule, row, number, reason }: RowIgnore, indent: string): string[] {
  const first = `${indent}- files: ${scalar(shownFile(file))}`;
  const rest = [`rules: ${scalar(rule)}`, `row: "${row}"`, `number: ${number}`, `reason: ${scalar(reason)}`];
  return [first, ...rest.map((line) => `${indent}  ${line}`)];
}

function onOneLine({ file, rule, row, number, reason }: RowIgnore): string {
  const quoted = [shownFile(file), rule, row, reason].map((text) => JSON.stringify(text));
  return `{files: ${quoted[0]}, rules: ${quoted[1]}, row: ${quoted[2]}, number: ${number}, reason: ${quoted[3]}}`;
}

/** A name alone would mean files of this name in all folders. */
function shownFile(file: string): string {
  return file.includes('/') ? file : `./${file}`;
}

/** Plain where YAML reads it as it stands, else in quotes. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}./_]/u.test(text) && !text.endsWith(' ') && stringify(text, PLAIN) === `${text}\n`;
  return isPlain ? text : JSON.stringify(text);
}

const PLAIN = { lineWidth: 0, blockQuote: false } as const;

function indentOf(source: string, index: number): string {
  const line = source.slice(source.lastIndexOf('\n', index - 1) + 1, index);
  return /^ */.exec(line)?.[0] ?? '';
}

/** Behind the value of a node, without the comments and lines that follow. */
function endOf(node: unknown): number | null {
  const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[1] ?? null;
}

function unreadable(): HumanError {
  return new HumanError('dataset.ignore.unreadable');
}
