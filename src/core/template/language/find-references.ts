import { nameAt } from './name-at.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range } from './variable.ts';

/** A place that means the same variable; `writes` where it gets its value. */
export interface Reference extends Range {
  readonly writes: boolean;
}

/** Every place of the variable at an offset, ascending. Offsets in the text as given. */
export function findReferences(document: TemplateDocument, offset: number): Reference[] {
  const name = nameAt(document, document.inSource(offset));
  const variable = name === null ? null : document.variableAt(name.token.start);
  if (variable === null) return [];
  const written = variable.definitions.map((place) => ({ ...document.place(place), writes: true }));
  const read = variable.uses.map((place) => ({ ...document.place(place), writes: false }));
  return [...written, ...read].toSorted((a, b) => a.start - b.start);
}
