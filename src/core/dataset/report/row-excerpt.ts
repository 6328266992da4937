import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Row } from '../row/row.ts';
import type { Turn } from '../row/turn.ts';
import type { RowExcerpt } from './dataset-report.ts';
import { textOf } from './row-speech.ts';
import { withhold, withheldJson } from '../personal-data/withhold.ts';

const MOST_PARTS = 6;
/** Code points of a part that are shown. */
const SHOWN = 280;
const LONGEST_NAME = 40;
/**
 * UTF-16 units that are looked at for what is to be withheld. It is done before the cut, so that no beginning of a key is left; no key
 * reaches from what is shown to here.
 */
const LOOKED_AT = 50_000;

/** The beginning of a row: its turns, then its other columns. */
export function rowExcerpt(row: Row): RowExcerpt {
  const parts = row.object === null ? [{ name: '', say: () => asText(row.value) }] : partsOf(row, row.object);
  return {
    row: row.number,
    parts: parts.slice(0, MOST_PARTS).map(({ name, say }) => ({
      name: cut(withhold(name.slice(0, LOOKED_AT)), LONGEST_NAME),
      text: cut(say(), SHOWN),
    })),
    more: Math.max(0, parts.length - MOST_PARTS),
  };
}

/** Its text is made only if it is shown. */
interface Part {
  readonly name: string;
  readonly say: () => string;
}

function partsOf(row: Row, object: JsonObject): Part[] {
  const parts: Part[] = [];
  const hasSeveral = row.conversations.length > 1;
  for (const { column, turns } of row.conversations) {
    for (const turn of turns) {
      const role = typeof turn.role === 'string' ? turn.role : '?';
      parts.push({ name: hasSeveral ? `${column}: ${role}` : role, say: () => textOfTurn(turn) });
    }
  }
  const lists = new Set<string>(row.conversations.map(({ column }) => column));
  for (const [name, value] of Object.entries(object)) {
    if (!lists.has(name)) parts.push({ name, say: () => asText(value) });
  }
  return parts;
}

/** Content as it is read, or the call that stands in its place. */
function textOfTurn(turn: Turn): string {
  const text = textOf(turn.content);
  if (text !== '') return withhold(text.slice(0, LOOKED_AT));
  const { content, value } = turn;
  const call = value['tool_calls'] ?? value['function_call'];
  if (call !== undefined && call !== null) return asText(call);
  return content === undefined || content === null || content === '' ? '' : asText(content);
}

function asText(value: JsonValue): string {
  if (typeof value === 'string') return withhold(value.slice(0, LOOKED_AT));
  return withheldJson(isObject(value) ? value : shortened(value));
}

/** A long list is cut before it is written out. */
function shortened(value: JsonValue): JsonValue {
  return Array.isArray(value) ? value.slice(0, SHOWN) : value;
}

/** Characters that are not shown, or that turn the direction of writing. */
const UNSEEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]+/gu;

/** A run of them as its first one and how many they are. */
function markOfUnseen(run: string): string {
  const characters = Array.from(run);
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return characters.length === 1 ? `[U+${code}]` : `[U+${code} ×${characters.length}]`;
}

function cut(whole: string, most: number): string {
  const text = whole.slice(0, LOOKED_AT).replaceAll(UNSEEN, markOfUnseen);
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
