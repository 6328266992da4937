import { formatMessage } from '../../../text/format-message.ts';
import type { Language } from '../../../text/message.ts';
import type { RowPreview } from './row-preview.ts';

/** The two sides of a difference editor. */
export interface PreviewTexts {
  readonly before: string;
  readonly after: string;
}

/** Rows under each other as JSON with comments, which every editor colours: a comment names each row and says why it goes. */
export function previewTexts(rows: readonly RowPreview[], language: Language): PreviewTexts {
  const say = (id: string, args = {}): string => formatMessage({ id, args }, language);
  const named = rows.map(({ row, before, after, notes }) => ({
    name: `// ${say('dataset.related-row', { row })}`,
    notes: notes.map((note) => `//   ${formatMessage(note, language)}`),
    before,
    after,
  }));
  const tooLong = `// ${say('prepare.preview.too-long')}`;
  return {
    before: listed(
      named.map(({ name, before }) => ({ comments: [name], values: [before] })),
      tooLong,
    ),
    after: listed(
      named.map(({ name, notes, after }) => ({ comments: [name, ...notes], values: after })),
      tooLong,
    ),
  };
}

interface Block {
  readonly comments: readonly string[];
  readonly values: readonly (string | null)[];
}

/** An array; a value is followed by a comma if another one comes. */
function listed(blocks: readonly Block[], tooLong: string): string {
  const values = blocks.flatMap((block) => block.values.filter((value) => value !== null));
  let left = values.length;
  const lines = blocks.flatMap(({ comments, values: own }) => [
    ...comments,
    ...own.map((value) => {
      if (value === null) return tooLong;
      left -= 1;
      return left > 0 ? `${value},` : value;
    }),
  ]);
  return ['[', ...lines, ']', ''].join('\n');
}
