import type { JsonValue } from '../json/json-value.ts';

const ASSISTANTS = new Set<JsonValue | undefined>(['assistant', 'gpt', 'model', 'bot', 'chatbot']);

/** Whether a role is the model's. `function_call` of ShareGPT, which holds nothing but calls, is not among its roles. */
export function isAssistantRole(role: JsonValue | undefined): boolean {
  return ASSISTANTS.has(role);
}

/** Whether a role is that of instructions to the model. */
export function isSystemRole(role: JsonValue | undefined): boolean {
  return role === 'system' || role === 'developer';
}
