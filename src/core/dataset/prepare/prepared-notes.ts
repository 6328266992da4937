import type { Message } from '../../text/message.ts';
import { unreachable } from '../../text/unreachable.ts';
import { conversionNotes } from './convert/conversion-notes.ts';
import { mergeNotes } from './merge-notes.ts';
import type { PreparationResult } from './preparation-result.ts';
import { comparingNotes, sourceNotes } from './source-notes.ts';
import { splitNotes } from './split-notes.ts';

/** What else is to be known of a preparation besides its summary. */
export function preparedNotes(result: PreparationResult): Message[] {
  switch (result.kind) {
    case 'convert':
      return [...conversionNotes(result.count), ...sourceNotes(result.source)];
    case 'dedupe': {
      const { source, found, near } = result;
      return comparingNotes(source, near ? found : { ...found, unknown: 0 });
    }
    case 'split':
      return [...splitNotes(result.source, result.split), ...result.beside];
    case 'merge':
      return mergeNotes(result);
    case 'sample':
    case 'shuffle':
    case 'exclude':
      return sourceNotes(result.source);
    default:
      return unreachable(result);
  }
}
