import type { JsonObject } from '../../json/json-value.ts';

/** Whether a row is as databricks-dolly-15k has it: Alpaca with `context` for the input and `response` for the output. */
export function isDolly({
  instruction,
  context,
  response,
  input = null,
  output = null,
}: JsonObject): boolean {
  const isContext = typeof context === 'string' || context === null;
  const isPair = typeof instruction === 'string' && typeof response === 'string';
  return isContext && isPair && input === null && output === null;
}
