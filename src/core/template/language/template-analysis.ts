import { compiled } from '../compile-cache.ts';
import type { Statement } from '../syntax/nodes.ts';
import { normalizeTemplate } from '../syntax/place.ts';
import { recoverTemplate } from './recover-template.ts';
import { resolveVariables } from './resolve-variables.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import type { Range, Variable } from './variable.ts';

/** What is known of a template's text, broken or not. All offsets are those of `source`. */
export interface TemplateAnalysis {
  /** The text as given. */
  readonly text: string;
  /** The text as jinja2 reads it: `normalizeTemplate`. */
  readonly source: string;
  readonly body: readonly Statement[];
  readonly faults: readonly SyntaxFault[];
  /** Why a template that parses does not compile. */
  readonly refusal: (Range & { readonly message: string }) | null;
  readonly variables: readonly Variable[];
}

export function analyzeTemplate(text: string): TemplateAnalysis {
  const source = normalizeTemplate(text);
  const { body, faults } = recoverTemplate(source);
  const variables = resolveVariables(source, body);
  return { text, source, body, faults, variables, refusal: faults.length > 0 ? null : refusalOf(text) };
}

function refusalOf(text: string): TemplateAnalysis['refusal'] {
  const entry = compiled(text);
  if (!('fault' in entry)) return null;
  const start = Math.min(entry.fault.offset ?? 0, entry.source.length);
  return { message: entry.fault.message, start, end: tagEnd(entry.source, start) };
}

/** Where what begins at an offset ends for the eye: with its tag's line. */
function tagEnd(source: string, start: number): number {
  const end = /[%}]\}|\n|$/.exec(source.slice(start));
  return start + Math.max(end === null ? 1 : end.index + (end[0] === '\n' ? 0 : end[0].length), 1);
}
