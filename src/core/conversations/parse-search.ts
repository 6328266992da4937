import type { RowFilter } from './row-filter.ts';

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

/** The part of a filter that can be typed. */
export type TypedFilter = Pick<RowFilter, 'text' | 'role' | 'tool'>;

/** `17` and `#17` are a row, `role:tool` and `tool:get_weather` ask for those, and the rest, or what stands in quotes, is text to look for. */
export function parseSearch(typed: string): Search {
  const trimmed = typed.trim();
  if (/^#?[0-9][0-9,]*$/.test(trimmed)) return { kind: 'row', row: Number(trimmed.replaceAll(/[#,]/g, '')) };
  let role: string | null = null;
  let tool: string | null = null;
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const text = isQuoted
    ? trimmed
    : trimmed.replaceAll(/(?:^|\s)(role|tool):(\S+)/g, (_all, what: string, name: string) => {
        if (what === 'role') role = name;
        else tool = name;
        return '';
      });
  return { kind: 'text', text: withoutQuotes(text.trim()), role, tool };
}

/** A text as it is typed to be looked for. */
export function spellSearch(text: string): string {
  const search = parseSearch(text);
  const isItself = search.kind === 'text' && search.text === text;
  return isItself ? text : `"${text}"`;
}

/**
 * The filter that follows the search box. Roles and tools that were chosen elsewhere stay; one that the box asked for before goes when the
 * box does not ask for it any more.
 */
export function filterOfSearch(now: Search, before: Search, filter: TypedFilter): TypedFilter {
  const asked = (what: 'role' | 'tool'): string | null => {
    const wanted = namedIn(now, what);
    if (wanted !== null) return wanted;
    return filter[what] === namedIn(before, what) ? null : filter[what];
  };
  return { text: textOf(now), role: asked('role'), tool: asked('tool') };
}

/** Whether a filter still is what the search box says. */
export function saysFilter(search: Search, filter: TypedFilter): boolean {
  const [role, tool] = [namedIn(search, 'role'), namedIn(search, 'tool')];
  return (
    textOf(search) === filter.text &&
    (role === null || role === filter.role) &&
    (tool === null || tool === filter.tool)
  );
}

/** Whoever goes to a row looks for no text. */
function textOf(search: Search): string {
  return search.kind === 'text' ? search.text : '';
}

function namedIn(search: Search, what: 'role' | 'tool'): string | null {
  return search.kind === 'text' ? search[what] : null;
}

function withoutQuotes(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
