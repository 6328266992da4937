import * as v from 'valibot';
import { datasetFormat } from '../dataset/findings/finding.ts';

/** A string of the row as far as it is sent, and how many more UTF-16 units it has. `pointer` (RFC 6901) is what an edit names. */
const text = v.object({ pointer: v.string(), text: v.string(), more: v.number() });

/** What one turn consists of, in the order in which it is read. */
export const turnPart = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...text.entries }),
  /** Thoughts: a field of their own, or between marks in the text of the answer. */
  v.object({ kind: v.literal('thinking'), ...text.entries }),
  /** A call of a tool; `pointer` is null where its arguments are no string of the row, which alone can be edited here. */
  v.object({
    kind: v.literal('call'),
    name: v.nullable(v.string()),
    ...text.entries,
    pointer: v.nullable(v.string()),
  }),
  /** Anything else, as JSON. */
  v.object({ kind: v.literal('value'), name: v.string(), ...text.entries }),
]);
export type TurnPart = v.InferOutput<typeof turnPart>;

/** One turn, or one column of text. */
const shownTurn = v.object({
  /** Who speaks, or the name of the column; null for a turn that does not say. */
  label: v.nullable(v.string()),
  /** The list that the turn belongs to, where the row has several. */
  list: v.nullable(v.string()),
  pointer: v.string(),
  parts: v.array(turnPart),
});
export type ShownTurn = v.InferOutput<typeof shownTurn>;

/** A column that is neither said nor asked. */
const shownColumn = v.object({ name: v.string(), ...text.entries, isShort: v.boolean() });
export type ShownColumn = v.InferOutput<typeof shownColumn>;

/** One row as it is shown. */
export const shownRow = v.object({
  /** Its number in the file, 1-based; 0 where the file is one broken document. */
  number: v.number(),
  content: v.variant('kind', [
    v.object({
      kind: v.literal('turns'),
      format: datasetFormat,
      turns: v.array(shownTurn),
      /** Turns that are not sent, because there are too many. */
      moreTurns: v.number(),
      /** The row whose system prompt is the same, so that it need not be read again. */
      systemAsIn: v.nullable(v.number()),
      tools: v.nullable(v.object({ names: v.array(v.string()), ...text.entries })),
      columns: v.array(shownColumn),
    }),
    /** JSON, but no object. */
    v.object({ kind: v.literal('value'), ...text.entries }),
    /** No JSON, or so large that it is not read: the beginning as it stands in the file. */
    v.object({ kind: v.literal('raw'), reason: v.picklist(['broken', 'too-large']), ...text.entries }),
  ]),
});
export type ShownRow = v.InferOutput<typeof shownRow>;
export type RowContent = ShownRow['content'];
