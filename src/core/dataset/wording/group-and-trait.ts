import { englishGeneralizations } from './english-generalization.ts';
import { koreanGeneralizations } from './korean-generalization.ts';
import type { ListedWords } from './slur-words.ts';

/** A trait that is said of a whole group of people, and where. */
export interface Generalization {
  readonly from: number;
  readonly to: number;
  readonly group: string;
  readonly trait: string;
}

/**
 * Sentences that say a trait of a group of people as such, by lists of both in English and Korean: not of one of them or of some, not what
 * a sentence denies, asks openly or demands. It reads words, not meaning: who quotes such a sentence is listed too.
 */
export function groupsAndTraitsIn(text: string): ListedWords[] {
  return [...englishGeneralizations(text), ...koreanGeneralizations(text)].map(
    ({ from, to, group, trait }) => ({
      from,
      to,
      words: `${group} … ${trait}`,
    }),
  );
}
