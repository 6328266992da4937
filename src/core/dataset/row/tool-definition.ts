import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { readJson } from './tool-call.ts';

/** Why `apply_chat_template` refuses the tools of a row. */
export type ToolsProblem = 'empty-text' | 'no-json' | 'no-list' | 'no-object';

/** The tools that a row declares. */
export type DeclaredTools =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly problem: ToolsProblem; readonly index: number | null }
  | { readonly kind: 'tools'; readonly list: readonly JsonObject[] };

const NONE = { kind: 'none' } as const;

/**
 * Reads a `tools` column as TRL and transformers do: a list of objects, or the JSON text of one (trl 1.16 sft_trainer.py:1315;
 * transformers 5.23 chat_template_utils.py:748).
 */
export function declaredTools(tools: JsonValue | undefined): DeclaredTools {
  if (tools === undefined || tools === null) return NONE;
  if (typeof tools !== 'string') return listOf(tools);
  if (tools.trim() === '') return refused('empty-text');
  const value = readJson(tools);
  if (value === undefined) return refused('no-json');
  return value === null ? NONE : listOf(value);
}

function listOf(tools: JsonValue): DeclaredTools {
  if (isObject(tools) && Object.keys(tools).length === 0) return { kind: 'tools', list: [] }; // Python walks over nothing
  if (!Array.isArray(tools)) return refused('no-list');
  const list: JsonObject[] = [];
  for (const [n, tool] of tools.entries()) {
    if (!isObject(tool)) return refused('no-object', n);
    list.push(tool);
  }
  return { kind: 'tools', list };
}

function refused(problem: ToolsProblem, index: number | null = null): DeclaredTools {
  return { kind: 'refused', problem, index };
}

/** A tool by its name, with the JSON Schema of its arguments if it has one. */
export interface NamedTool {
  readonly name: string;
  readonly parameters: JsonValue | undefined;
}

/** The tools by name; null if one of them has no name that can be read, so that nothing can be said of names. */
export function toolsByName(list: readonly JsonObject[]): ReadonlyMap<string, NamedTool> | null {
  const named = new Map<string, NamedTool>();
  for (const tool of list) {
    const inner = isObject(tool['function']) ? tool['function'] : tool;
    const name = inner['name'];
    if (typeof name !== 'string') return null;
    named.set(name, { name, parameters: inner['parameters'] ?? inner['input_schema'] });
  }
  return named;
}
