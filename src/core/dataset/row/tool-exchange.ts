import { isObject } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import type { ToolCall } from './tool-call.ts';
import { isToolResult, type Turn } from './turn.ts';

/** Calls and the results that follow them, until the conversation goes on. */
export interface ToolExchange {
  /** Calls without a result; empty if the conversation ends before any result. */
  readonly unanswered: readonly ToolCall[];
  /** Ids in results that no call of the exchange has. */
  readonly foreign: readonly { readonly path: Path; readonly id: string }[];
}

interface Result {
  readonly path: Path;
  readonly id: string | null;
}

/**
 * The exchanges of a conversation, given its calls in order. Calls without ids count as answered when any result follows, since one turn
 * may hold several.
 */
export function toolExchanges(turns: readonly Turn[], calls: readonly ToolCall[]): ToolExchange[] {
  const exchanges: ToolExchange[] = [];
  let open: ToolCall[] = [];
  let results: Result[] = [];
  let next = 0;
  for (const [n, turn] of turns.entries()) {
    const first = next;
    while (calls[next]?.turn === n) next += 1;
    const given = resultsOf(turn);
    if (given.length > 0) {
      if (open.length > 0) for (const result of given) results.push(result);
      continue;
    }
    if (open.length > 0 && (next === first || results.length > 0)) {
      exchanges.push(exchangeOf(open, results));
      [open, results] = [[], []];
    }
    for (const call of calls.slice(first, next)) open.push(call);
  }
  if (results.length > 0) exchanges.push(exchangeOf(open, results));
  return exchanges;
}

function exchangeOf(calls: readonly ToolCall[], results: readonly Result[]): ToolExchange {
  const callIds = idsOf(calls);
  const resultIds = idsOf(results);
  if (callIds === null || resultIds === null || results.length === 0) {
    return { unanswered: results.length === 0 ? calls : [], foreign: [] };
  }
  return {
    unanswered: calls.filter(({ id }) => id !== null && !resultIds.has(id)),
    foreign: results.flatMap(({ path, id }) => (id === null || callIds.has(id) ? [] : [{ path, id }])),
  };
}

/** Null if one of them has no id. */
function idsOf(all: readonly { readonly id: string | null }[]): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (id === null) return null;
    ids.add(id);
  }
  return ids;
}

/** A turn of a tool, or parts of type `tool_result`, which Anthropic puts into a turn of the user. */
function resultsOf(turn: Turn): Result[] {
  if (isToolResult(turn)) {
    const id = turn.value['tool_call_id'];
    return [{ path: [...turn.path, 'tool_call_id'], id: typeof id === 'string' ? id : null }];
  }
  if (!Array.isArray(turn.content)) return [];
  return turn.content.flatMap((part, n) => {
    if (!isObject(part) || part['type'] !== 'tool_result') return [];
    const id = part['tool_use_id'];
    const path = [...turn.path, turn.contentKey, n, 'tool_use_id'];
    return [{ path, id: typeof id === 'string' ? id : null }];
  });
}
