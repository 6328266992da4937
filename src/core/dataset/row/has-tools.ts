import * as v from 'valibot';

const rowWithTools = v.pipe(v.string(), v.parseJson(), v.looseObject({ tools: v.nonNullish(v.unknown()) }));

/** Whether a row has tools that are not null: transformers then takes the template named `tool_use` (tokenization_utils_base.py:1829). */
export function hasTools(rowText: string): boolean {
  return rowText.includes('"tools"') && v.is(rowWithTools, rowText);
}
