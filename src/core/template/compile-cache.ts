import { compileTemplate, type CompiledTemplate } from './compile/compile-template.ts';
import { normalizeTemplate } from './syntax/place.ts';
import { TemplateFault } from './template-fault.ts';

const CAPACITY = 16;

type Entry = { readonly source: string } & (
  | { readonly template: CompiledTemplate }
  | { readonly fault: TemplateFault }
);

const fast = new Map<string, Entry>();
const traced = new Map<string, Entry>();

/** A compiled template, or why it is none; the last few are kept. A fault in syntax is kept as well. */
export function compiled(template: string, tracing = false): Entry {
  const entries = tracing ? traced : fast;
  const known = entries.get(template);
  const entry = known ?? compileEntry(template, tracing);
  entries.delete(template);
  entries.set(template, entry);
  if (entries.size > CAPACITY) {
    const [oldest] = entries.keys();
    if (oldest !== undefined) entries.delete(oldest);
  }
  return entry;
}

function compileEntry(template: string, tracing: boolean): Entry {
  const source = normalizeTemplate(template);
  try {
    return { source, template: compileTemplate(template, tracing) };
  } catch (error) {
    return { source, fault: asFault(error) };
  }
}

/** A fault as it is; a full JS stack as Python's RecursionError; anything else is a bug and goes on. */
export function asFault(error: unknown): TemplateFault {
  if (error instanceof TemplateFault) return error;
  if (error instanceof RangeError)
    return new TemplateFault('RecursionError', 'maximum recursion depth exceeded');
  throw error;
}
