import * as v from 'valibot';
import { rowFilter } from '../conversations/row-filter.ts';
import { shownRow } from '../conversations/shown-row.ts';

/** Where rows come from: a file on disk, or the text of an open document. */
const rowSource = v.variant('kind', [
  v.object({ kind: v.literal('file'), path: v.string() }),
  v.object({ kind: v.literal('text'), text: v.string() }),
]);

/** How far the rows of a file are known. */
export const rowsState = v.object({
  /** Rows known by now. */
  rows: v.number(),
  /** All of them are. */
  isComplete: v.boolean(),
  /** Why the rest could not be read. */
  fault: v.nullable(v.string()),
  /** Bytes that were looked at, of all; null where it is not bytes that are counted. */
  bytes: v.nullable(v.object({ done: v.number(), all: v.number() })),
  /** The filter that is on: rows that it let through, of those it has looked at. */
  filter: v.nullable(v.object({ matched: v.number(), looked: v.number(), isComplete: v.boolean() })),
  /** What the first rows have that can be chosen; null until they were looked at. */
  choices: v.nullable(v.object({ roles: v.array(v.string()), tools: v.array(v.string()) })),
});
export type RowsState = v.InferOutput<typeof rowsState>;

/** An edit of a text: UTF-16 offsets in the text before it. */
const textEdit = v.object({ offset: v.number(), length: v.number(), text: v.string() });

const session = v.number();

/** A whole string of a row when somebody began to edit it. */
export const stringOfRow = v.object({
  before: v.string(),
  /** Digest of the row's text: another row may have the same string, and its number by now. */
  rowDigest: v.string(),
});
export type StringOfRow = v.InferOutput<typeof stringOfRow>;

/** What became of a wish to change a string. Lines and columns are 1-based, columns UTF-16 units. */
export const stringChange = v.variant('kind', [
  v.object({
    kind: v.literal('change'),
    line: v.number(),
    column: v.number(),
    endLine: v.number(),
    endColumn: v.number(),
    /** What stands there now. */
    old: v.string(),
    text: v.string(),
  }),
  v.object({ kind: v.literal('same') }),
  /** The row or the string is another by now, or it is gone. */
  v.object({ kind: v.literal('conflict') }),
]);
export type StringChange = v.InferOutput<typeof stringChange>;

/** The calls of the thread that reads rows for a screen. A session is one file on one screen. */
export const rowsCalls = {
  openRows: { arg: v.object({ source: rowSource }), result: v.object({ session }) },
  closeRows: { arg: v.object({ session }), result: v.undefined() },
  /** Edits of the text, in order. */
  editRows: { arg: v.object({ session, edits: v.array(textEdit) }), result: v.undefined() },
  rowsState: { arg: v.object({ session }), result: rowsState },
  /** Rows by their positions among those that the filter lets through. */
  readRows: {
    arg: v.object({ session, from: v.number(), count: v.number() }),
    result: v.array(shownRow),
  },
  /** Shows those rows alone that fit, and of these only those numbers, if they are given. Null: every row. */
  filterRows: {
    arg: v.object({
      session,
      filter: v.nullable(v.object({ ...rowFilter.entries, rows: v.nullable(v.array(v.number())) })),
    }),
    result: v.undefined(),
  },
  /** The position of a row among those that are shown; null if it is not. */
  positionOfRow: { arg: v.object({ session, row: v.number() }), result: v.nullable(v.number()) },
  /** The 1-based lines and columns of a row in its file; null where rows have none, or it is not there. */
  placeOfRow: {
    arg: v.object({ session, row: v.number() }),
    result: v.nullable(
      v.object({ line: v.number(), column: v.number(), endLine: v.number(), endColumn: v.number() }),
    ),
  },
  /** The row that a line of the file (1-based) belongs to; null where rows have no lines. */
  rowAtLine: { arg: v.object({ session, line: v.number() }), result: v.nullable(v.number()) },
  /** A whole string of a row; null if it is gone. */
  readString: {
    arg: v.object({ session, row: v.number(), pointer: v.string() }),
    result: v.nullable(stringOfRow),
  },
  /** What to change in the text so that a string of a row, which was `before`, becomes what was typed over it. */
  changeString: {
    arg: v.object({
      session,
      row: v.number(),
      pointer: v.string(),
      ...stringOfRow.entries,
      typed: v.string(),
    }),
    result: stringChange,
  },
} as const;
