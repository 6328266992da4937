import { newContext } from '../globals.ts';
import { normalizeTemplate } from '../syntax/place.ts';
import { kindOfVariable } from './known-variables.ts';
import { recoverTemplate } from './recover-template.ts';
import { resolveVariables } from './resolve-variables.ts';
import { sourceOffsets } from './source-offsets.ts';
import type { Range } from './variable.ts';

/** A variable that a template reads from what it is given. */
export interface TemplateVariable {
  readonly name: string;
  /** `standard`: what apply_chat_template passes always; `special-token`: of the tokenizer; `own`: whatever else the caller may pass. */
  readonly kind: 'standard' | 'special-token' | 'own';
  /** UTF-16 offsets in the template as given, ascending. */
  readonly uses: readonly Range[];
  /** The template only asks whether it is there or true, so that on, off and unset are all its values. */
  readonly tested: boolean;
}

/** The variables that a template reads from outside, in the order of their first use. Of a broken template, those of what can be read. */
export function templateVariables(source: string): TemplateVariable[] {
  const normalized = normalizeTemplate(source);
  const offsets = sourceOffsets(source);
  const globals = newContext();
  return resolveVariables(normalized, recoverTemplate(normalized).body)
    .filter(({ name, kind }) => kind === 'outside' && !globals.has(name))
    .map(({ name, uses }) => ({
      name,
      kind: kindOfVariable(name),
      uses: uses
        .map(({ start, end }) => ({ start: offsets(start), end: offsets(end) }))
        .toSorted((a, b) => a.start - b.start),
      tested: uses.every((use) => use.tested),
    }))
    .toSorted((a, b) => (a.uses[0]?.start ?? 0) - (b.uses[0]?.start ?? 0));
}
