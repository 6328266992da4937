import { SPECIAL_TOKEN_NAMES } from '../special-tokens.ts';

/** What apply_chat_template passes always. */
export const STANDARD_VARIABLES: readonly string[] = [
  'messages',
  'tools',
  'documents',
  'add_generation_prompt',
];

/** Switches that several model families agree on, by the names that callers give them in `chat_template_kwargs`. */
export const COMMON_SWITCHES: readonly string[] = [
  'enable_thinking',
  'reasoning_effort',
  'preserve_thinking',
  'builtin_tools',
];

export const KNOWN_VARIABLES: readonly string[] = [
  ...STANDARD_VARIABLES,
  ...SPECIAL_TOKEN_NAMES,
  ...COMMON_SWITCHES,
];

/** A tokenizer's special tokens come under their own names too, such as `image_token`. */
export function kindOfVariable(name: string): 'standard' | 'special-token' | 'own' {
  if (STANDARD_VARIABLES.includes(name)) return 'standard';
  return /^[a-z]+_token$/.test(name) ? 'special-token' : 'own';
}
