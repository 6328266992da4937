import { nameAt } from './name-at.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range } from './variable.ts';

/** Where the variable, macro or parameter at an offset gets its value. Offsets in the text as given. */
export function findDefinitions(document: TemplateDocument, offset: number): Range[] {
  const name = nameAt(document, document.inSource(offset));
  if (name === null) return [];
  const variable = document.variableAt(name.token.start);
  return (variable?.definitions ?? []).map((place) => document.place(place));
}
