import type { Language } from '../../../text/message.ts';

/** What is told about a name of the template language. */
export interface Doc {
  /** How it is written, with its parameters and their defaults. */
  readonly signature: string;
  readonly text: Readonly<Record<Language, string>>;
  /** A template that needs no data, to be shown with what the engine makes of it. */
  readonly example?: string;
}

export type DocTable = Readonly<Record<string, Doc>>;

/** `[signature, English, Korean, example]` of each name. */
export type DocRows = Readonly<Record<string, readonly [string, string, string, string?]>>;

export function docTable(rows: DocRows): DocTable {
  return Object.fromEntries(
    Object.entries(rows).map(([name, [signature, en, ko, example]]) => {
      const doc: Doc = { signature, text: { en, ko } };
      return [name, example === undefined ? doc : { ...doc, example }];
    }),
  );
}
