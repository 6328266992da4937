/** What somebody typed into the search box. */
export type Search =
  | { readonly kind: 'row'; readonly row: number }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Null: nothing is said of it. */
      readonly role: string | null;
      readonly tool: string | null;
    };

/** `17` is a row, `role:tool` and `tool:get_weather` ask for those, and the rest is text to look for. */
export function parseSearch(typed: string): Search {
  const trimmed = typed.trim();
  if (/^#?[0-9][0-9,]*$/.test(trimmed)) return { kind: 'row', row: Number(trimmed.replaceAll(/[#,]/g, '')) };
  let role: string | null = null;
  let tool: string | null = null;
  const text = trimmed.replaceAll(/(?:^|\s)(role|tool):(\S+)/g, (_all, what: string, name: string) => {
    if (what === 'role') role = name;
    else tool = name;
    return '';
  });
  return { kind: 'text', text: text.trim(), role, tool };
}
