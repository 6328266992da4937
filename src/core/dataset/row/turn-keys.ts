import { closestName } from '../../recipe/closest-name.ts';
import { isTrue, type JsonObject } from '../json/json-value.ts';

/** Keys of a turn that chat templates, or TRL on the way to them, read; a key is looked for among them where it is odd. */
const READ = [
  'role',
  'from',
  'content',
  'value',
  'tool_calls',
  'tool_call_id',
  'function_call',
  'reasoning_content',
  'reasoning',
  'thinking',
] as const;
type ReadKey = (typeof READ)[number];

/** Other keys that are written beside them on purpose. */
const WRITTEN = [
  'name',
  'id',
  'type',
  'text',
  'weight',
  'train',
  'refusal',
  'audio',
  'tool_responses',
  'tool_plan',
];

const KNOWN: ReadonlySet<string> = new Set([...READ, ...WRITTEN]);

/** Keys one of which is enough. */
const ALTERNATIVES: Partial<Record<ReadKey, ReadKey>> = {
  role: 'from',
  from: 'role',
  content: 'value',
  value: 'content',
};

/** A key of a turn that nothing reads, and the one that was probably meant. */
export interface OddKey {
  readonly key: string;
  readonly meant: ReadKey;
}

/** The keys of a turn that are near one that it lacks. */
export function oddKeys(turn: JsonObject): OddKey[] {
  const odd: OddKey[] = [];
  for (const key in turn) {
    if (KNOWN.has(key) || !isTrue(turn[key])) continue;
    const meant = keyNear(key);
    if (meant !== null && lacks(turn, meant)) odd.push({ key, meant });
  }
  return odd;
}

function lacks(turn: JsonObject, key: ReadKey): boolean {
  const other = ALTERNATIVES[key];
  return (turn[key] ?? null) === null && (other === undefined || (turn[other] ?? null) === null);
}

/** Turns of a file have the same keys, mostly. */
const near = new Map<string, ReadKey | null>();
const MOST_KEYS = 1000;

function keyNear(key: string): ReadKey | null {
  const known = near.get(key);
  if (known !== undefined) return known;
  const isOdd = key.length < 3 || key.length > 20;
  const name = isOdd ? null : closestName(key, READ, key.length < 6 ? 1 : 2);
  const found = READ.find((each) => each === name) ?? null;
  if (near.size === MOST_KEYS) near.clear();
  near.set(key, found);
  return found;
}

/** Keys in which a turn says something instead of its content: calls, thoughts, what speech and refusals are sent as. */
const INSTEAD = [
  'tool_calls',
  'function_call',
  'reasoning_content',
  'reasoning',
  'thinking',
  'tool_plan',
  'tool_responses',
  'refusal',
  'audio',
] as const;

/** Whether a turn says something in another key than its content. */
export function saysOtherwise(turn: JsonObject): boolean {
  return INSTEAD.some((key) => isTrue(turn[key]));
}

/** Keys that others give to what a turn says. */
const FOREIGN = ['text', 'value', 'message', 'parts'] as const;

/** The key under which a turn without content says something all the same. */
export function foreignContentKey(turn: JsonObject): string | null {
  return FOREIGN.find((key) => isTrue(turn[key])) ?? null;
}
