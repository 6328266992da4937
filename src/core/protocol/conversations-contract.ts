import * as v from 'valibot';
import { rowFilter } from '../conversations/row-filter.ts';
import { shownRow } from '../conversations/shown-row.ts';
import { datasetFormat, severity } from '../dataset/findings/finding.ts';
import { language } from '../text/language.ts';
import { rowsState, stringOfRow } from './rows-contract.ts';

/** Which rows the page wants to see: what their content says, and the rule that found something in them. */
export const conversationsWish = v.object({ ...rowFilter.entries, rule: v.nullable(v.string()) });
export type ConversationsWish = v.InferOutput<typeof conversationsWish>;

/** A finding as it is shown in its row. */
const rowFinding = v.object({
  rule: v.string(),
  severity,
  /** JSON pointer (RFC 6901) of what it is about; null for the row as a whole. */
  pointer: v.nullable(v.string()),
  sentence: v.string(),
  /** Numbers of rows that it is about too. */
  related: v.array(v.number()),
});
export type RowFinding = v.InferOutput<typeof rowFinding>;

/** One row on screen. */
const conversationRow = v.object({
  ...shownRow.entries,
  findings: v.array(rowFinding),
  /** Findings of the row that are not sent, because there are too many. */
  moreFindings: v.number(),
  /** Of the rendered row; null where that is not known. */
  tokens: v.nullable(v.number()),
});
export type ConversationRow = v.InferOutput<typeof conversationRow>;

/** What the rules have found in the file. */
const foundInFile = v.object({
  format: datasetFormat,
  findings: v.number(),
  rules: v.array(v.object({ rule: v.string(), severity, findings: v.number() })),
});
export type FoundInFile = v.InferOutput<typeof foundInFile>;

/** How far the file is known. `found` is null as long as the rules have not said. */
const fileState = v.object({ ...rowsState.entries, found: v.nullable(foundInFile) });
export type FileState = v.InferOutput<typeof fileState>;

const conversationsView = v.object({
  kind: v.literal('rows'),
  language,
  /** Name of the file. */
  name: v.string(),
  /** Whether its strings can be changed here. */
  isEditable: v.boolean(),
  /** Whether rows have lines that a text editor can show. */
  hasLines: v.boolean(),
  state: fileState,
  /** The row to begin with; null if none was asked for. */
  goTo: v.nullable(v.number()),
});
export type ConversationsView = v.InferOutput<typeof conversationsView>;

/** The file cannot be shown: one sentence. */
const failedView = v.object({ kind: v.literal('failed'), language, sentence: v.string() });

export const conversationsPanelView = v.variant('kind', [conversationsView, failedView]);
export type ConversationsPanelView = v.InferOutput<typeof conversationsPanelView>;

/** What became of an edit; `sentence` says why it was not made. */
export const editResult = v.variant('kind', [
  v.object({ kind: v.literal('done') }),
  v.object({ kind: v.literal('refused'), sentence: v.string() }),
]);
export type EditResult = v.InferOutput<typeof editResult>;

export const conversationsPageCalls = {
  show: { arg: conversationsPanelView, result: v.undefined() },
  /** How far the file is known by now. */
  update: { arg: fileState, result: v.undefined() },
  /** What was read of the rows is out of date. */
  changed: { arg: v.undefined(), result: v.undefined() },
  goTo: { arg: v.object({ row: v.number() }), result: v.undefined() },
} as const;

export const conversationsHostCalls = {
  ready: { arg: v.object({ wish: conversationsWish }), result: conversationsPanelView },
  /** Rows by their positions among those that are wished for. */
  readRows: {
    arg: v.object({ from: v.number(), count: v.number() }),
    result: v.array(conversationRow),
  },
  /** Done when the rows that are read from now on are those. */
  wish: { arg: conversationsWish, result: fileState },
  /** The position of a row among those that are wished for; null if it is none of them. Waits until as much of the file is known. */
  positionOf: { arg: v.object({ row: v.number() }), result: v.nullable(v.number()) },
  /** The next row with a finding, forwards or backwards, among those that are wished for. */
  nextFinding: {
    arg: v.object({ row: v.number(), by: v.picklist([-1, 1]) }),
    result: v.nullable(v.number()),
  },
  readString: {
    arg: v.object({ row: v.number(), pointer: v.string() }),
    result: v.nullable(stringOfRow),
  },
  edit: {
    arg: v.object({ row: v.number(), pointer: v.string(), ...stringOfRow.entries, typed: v.string() }),
    result: editResult,
  },
  /** Shows a row in the text editor. */
  openText: { arg: v.object({ row: v.number() }), result: v.undefined() },
} as const;
