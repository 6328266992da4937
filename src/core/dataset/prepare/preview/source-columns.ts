import { isObject } from '../../json/json-value.ts';
import { parsePositioned, valueOf } from '../../json/positioned-json.ts';
import type { SourceRow } from '../source-row.ts';
import type { SourceColumn } from './row-preview.ts';

/** Characters of a value that are shown. */
const SHOWN = 80;

/** The columns of some rows, in the order in which they come up. */
export function sourceColumns(sources: readonly SourceRow[]): SourceColumn[] {
  const examples = new Map<string, string>();
  for (const { raw } of sources) {
    const parsed = parsePositioned(raw.text, raw.depth);
    const value = parsed.ok ? valueOf(parsed.root) : null;
    if (!isObject(value)) continue;
    for (const [name, each] of Object.entries(value)) {
      const known = examples.get(name) ?? '';
      if (known === '') examples.set(name, exampleOf(each));
    }
  }
  return [...examples].map(([name, example]) => ({ name, example }));
}

function exampleOf(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
