import * as v from 'valibot';

const named = v.array(v.object({ name: v.string(), template: v.string() }));
const config = v.object({ chat_template: v.union([v.string(), named]) });

/**
 * The template in the text of a `tokenizer_config.json`: the one of that name, else `tool_use` for a row with tools if there is one,
 * else `default`. Null if the text has none, or is no JSON while it is typed.
 */
export function configTemplate(text: string, name: string | null, tools: boolean): string | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), config), text);
  if (!parsed.success) return null;
  const { chat_template: templates } = parsed.output;
  if (typeof templates === 'string') return templates;
  const find = (wanted: string): string | null =>
    templates.find((each) => each.name === wanted)?.template ?? null;
  if (name !== null) return find(name);
  return (tools ? find('tool_use') : null) ?? find('default') ?? templates[0]?.template ?? null;
}
