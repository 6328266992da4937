import type { Runtime } from '../runtime.ts';
import { escaped } from './escape.ts';
import { joinTexts, textOf } from './iterate.ts';
import { Markup } from './markup.ts';
import type { Value } from './value.ts';

/** jinja2's markup_join: from the first Markup on everything is Markup, and all else is escaped (runtime.py:52). */
export function joinMarkup(runtime: Runtime, values: readonly Value[]): Value {
  if (!values.some((value) => value instanceof Markup)) return joinTexts(runtime, '', values.map(textOf));
  return new Markup(
    joinTexts(
      runtime,
      '',
      values.map((value) => escaped(value).text),
    ),
  );
}
