import { columnsOf } from '../dataset/row/column.ts';
import { isObject, type JsonObject, type JsonValue } from '../dataset/json/json-value.ts';
import { pointerOf } from '../dataset/json/locate.ts';
import { formatOfRow } from '../dataset/row/row-format.ts';
import { readJson } from '../dataset/row/tool-call.ts';
import { declaredTools } from '../dataset/row/tool-definition.ts';
import { isSystemRole } from '../dataset/row/role.ts';
import { showColumn, showText, showValue } from './show-text.ts';
import { showTurns } from './show-turns.ts';
import type { RowContent, ShownRow, ShownTurn } from './shown-row.ts';

/** A row as its source gives it: JSON text, or the value of a record. */
export type SourceText =
  | { readonly kind: 'json'; readonly text: string }
  /** `text` is its beginning, `length` what all of it has. */
  | { readonly kind: 'too-large'; readonly text: string; readonly length: number }
  | { readonly kind: 'record'; readonly value: JsonObject };

/** The system prompt of the file's first row. */
export interface FirstSystem {
  readonly row: number;
  readonly text: string;
}

/** Turns of a row that are sent at once. */
const MOST_TURNS = 200;

/** What there is to see of a row. */
export function showRow(number: number, source: SourceText, first: FirstSystem | null): ShownRow {
  if (source.kind === 'too-large') {
    const { text, length } = source;
    const raw = { kind: 'raw', reason: 'too-large', pointer: '', text, more: length - text.length } as const;
    return { number, content: raw };
  }
  const value = valueOfSource(source);
  if (value !== undefined) return { number, content: contentOf(number, value, first) };
  const text = source.kind === 'json' ? source.text : '';
  return { number, content: { kind: 'raw', reason: 'broken', ...showText([], text) } };
}

/** The row's value; undefined if it is no JSON. */
export function valueOfSource(source: SourceText): JsonValue | undefined {
  switch (source.kind) {
    case 'json':
      return readJson(source.text);
    case 'record':
      return source.value;
    case 'too-large':
      return undefined;
    default:
      return source satisfies never;
  }
}

function contentOf(number: number, value: JsonValue, first: FirstSystem | null): RowContent {
  if (!isObject(value)) return { kind: 'value', ...showValue([], value) };
  const format = formatOfRow(value, columnsOf(value));
  const { turns, rest } = showTurns(value, format);
  const system = systemOf(turns);
  return {
    kind: 'turns',
    format,
    turns: turns.slice(0, MOST_TURNS),
    moreTurns: Math.max(0, turns.length - MOST_TURNS),
    systemAsIn: first !== null && first.row !== number && system === first.text ? first.row : null,
    tools: toolsOf(value['tools']),
    columns: rest.map((name) => showColumn(name, value[name] ?? null)),
  };
}

/** The system prompt that a row begins with; null if it has none, or one that is not sent whole. */
export function systemOf(turns: readonly ShownTurn[]): string | null {
  const turn = turns[0];
  if (turn === undefined || !isSystemRole(turn.label)) return null;
  const [part] = turn.parts;
  const isWhole = turn.parts.length === 1 && part?.kind === 'text' && part.more === 0;
  return isWhole && part.text !== '' ? part.text : null;
}

function toolsOf(tools: JsonValue | undefined) {
  if (tools === undefined || tools === null) return null;
  const declared = declaredTools(tools);
  const list = declared.kind === 'tools' ? declared.list : [];
  const names = list.map((tool) => {
    const { name } = isObject(tool['function']) ? tool['function'] : tool;
    return typeof name === 'string' ? name : '?';
  });
  const shown = declared.kind === 'tools' ? [...declared.list] : tools;
  return { names, ...showValue(['tools'], shown), pointer: pointerOf(['tools']) };
}
