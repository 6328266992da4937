import type { Runtime } from './runtime.ts';
import { valueError } from './template-fault.ts';
import { toIndex } from './values/coerce.ts';
import { Markup } from './values/markup.ts';
import { bindArguments } from './values/signature.ts';
import { isTrue } from './values/truth.ts';
import type { Kwargs, Value } from './values/value.ts';

const WORDS =
  'a ac accumsan ad adipiscing aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit class commodo condimentum congue consectetuer consequat conubia convallis cras cubilia cum curabitur curae cursus dapibus diam dictum dictumst dignissim dis dolor donec dui duis egestas eget eleifend elementum elit enim erat eros est et etiam eu euismod'.split(
    ' ',
  );

/**
 * jinja2's `lipsum` (utils.py:370): paragraphs of Latin words. Python's choice is random and cannot be repeated; this one is of the
 * same kind and the same at every run.
 */
export function lipsum(runtime: Runtime, args: Value[], kwargs: Kwargs): Value {
  const params = ['n', 'html', 'min', 'max'];
  const [n, html, min, max] = bindArguments(
    { name: 'generate_lorem_ipsum', params, required: 0 },
    args,
    kwargs,
  );
  const count = Math.max(0, toIndex(n, 5));
  const [least, most] = [toIndex(min, 20), toIndex(max, 100)];
  if (count > 0 && most <= least) return valueError('empty range for randrange()');
  runtime.charge(count * most);
  runtime.reserve(count * most * 16);
  const paragraphs = Array.from({ length: count }, (_, i) =>
    paragraph(least + ((i * 13) % (most - least)), i),
  );
  if (!isTrue(html ?? true)) return paragraphs.join('\n\n');
  return new Markup(paragraphs.map((each) => `<p>${each}</p>`).join('\n'));
}

/** Sentences of ten words. */
function paragraph(length: number, seed: number): string {
  const words = Array.from({ length }, (_, i) => WORDS[(i * 17 + seed * 31) % WORDS.length] ?? '');
  const sentences: string[] = [];
  for (let at = 0; at < words.length; at += 10) {
    const sentence = words.slice(at, at + 10).join(' ');
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
  }
  return sentences.join(' ');
}
