import { escapeText, Markup } from './markup.ts';
import { str } from './repr.ts';
import type { Value } from './value.ts';

/** markupsafe.escape: Markup stays, all else is made text and escaped. */
export function escaped(value: Value): Markup {
  return value instanceof Markup ? value : new Markup(escapeText(str(value)));
}
