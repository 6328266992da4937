import type { Message } from '../../../text/message.ts';
import { ConvertRows } from '../convert/convert-rows.ts';
import type { ConversionTarget } from '../convert/example.ts';
import type { ColumnMapping } from '../convert/map-columns.ts';
import type { SourceRow } from '../source-row.ts';
import type { ConversionPreview, RowPreview } from './row-preview.ts';
import { shownRow } from './shown-row.ts';

/** What `ConvertRows` makes of some rows, one beside the other. */
export function previewConversion(
  sources: readonly SourceRow[],
  target: ConversionTarget,
  mapping: ColumnMapping | null,
): ConversionPreview {
  let unknown = 0;
  const rows = sources.map((source): RowPreview => {
    const converting = new ConvertRows(target, mapping);
    const decoder = new TextDecoder();
    const after = converting.convert(source).map((line) => shownRow(decoder.decode(line)));
    const { dropped, losses } = converting.count();
    if (dropped.some(({ why }) => why === 'unknown-format')) unknown += 1;
    const notes: Message[] = [
      ...dropped.map(({ why }) => ({ id: `prepare.drop.${why}`, args: { count: 1 } })),
      ...[...losses.keys()].map((what) => ({ id: `prepare.loss.${what}`, args: { count: 1 } })),
    ];
    return { row: source.number, before: shownRow(source.raw.text), after, notes };
  });
  return { rows, unknown };
}
