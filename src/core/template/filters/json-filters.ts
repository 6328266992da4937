import { valueError, typeError } from '../template-fault.ts';
import { toIndex } from '../values/coerce.ts';
import { textIn } from '../values/markup.ts';
import { listOf } from '../values/iterate.ts';
import { toJson } from '../values/to-json.ts';
import { isTrue } from '../values/truth.ts';
import type { Runtime } from '../runtime.ts';
import type { Value } from '../values/value.ts';
import { filter, type FilterFamily } from './filter.ts';

function indentText(runtime: Runtime, indent: Value): string | null {
  if (indent === null) return null;
  const text = textIn(indent);
  if (text !== undefined) return text;
  const width = toIndex(indent, 0);
  runtime.reserve(width);
  return ' '.repeat(Math.max(0, width));
}

function separatorsOf(runtime: Runtime, separators: Value, indented: boolean): [string, string] {
  if (separators === null) return [indented ? ',' : ', ', ': '];
  const [item, key, ...rest] = listOf(runtime, separators);
  if (item === undefined || key === undefined || rest.length > 0) {
    return valueError('separators must be a pair of texts');
  }
  const pair = [textIn(item), textIn(key)] as const;
  if (pair[0] === undefined || pair[1] === undefined) return typeError('separators must be a pair of texts');
  return [pair[0], pair[1]];
}

/** `tojson` as transformers 5.23 replaces it: plain json.dumps (chat_template_utils.py:614). */
export const JSON_FILTERS: FilterFamily = {
  tojson: filter(
    'tojson',
    ['ensure_ascii', 'indent', 'separators', 'sort_keys'],
    (runtime, value, [ensureAscii, indent, separators, sortKeys]) => {
      const level = indentText(runtime, indent ?? null);
      const [itemSeparator, keySeparator] = separatorsOf(runtime, separators ?? null, level !== null);
      return toJson(runtime, value, {
        ensureAscii: isTrue(ensureAscii ?? false),
        indent: level,
        itemSeparator,
        keySeparator,
        sortKeys: isTrue(sortKeys ?? false),
      });
    },
  ),
};
