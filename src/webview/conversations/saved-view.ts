import * as v from 'valibot';
import { everyRow } from '../../core/conversations/row-filter.ts';
import { conversationsWish } from '../../core/protocol/conversations-contract.ts';
import { stringOfRow } from '../../core/protocol/rows-contract.ts';

/** An edit that somebody is at: what was typed over a string of a row, and why it could not be written. */
const edit = v.object({
  row: v.number(),
  pointer: v.string(),
  ...stringOfRow.entries,
  typed: v.string(),
  problem: v.nullable(v.string()),
});
export type Edit = v.InferOutput<typeof edit>;

/** What the page keeps while it is hidden and over a reload. */
export const savedView = v.object({
  wish: conversationsWish,
  /** The row at the top of what is in view, and where it begins, in pixels. */
  top: v.nullable(v.object({ row: v.number(), pixels: v.number() })),
  edit: v.nullable(edit),
  showsFilters: v.boolean(),
});
export type SavedView = v.InferOutput<typeof savedView>;

export const nothingSaved: SavedView = {
  wish: { ...everyRow, rule: null },
  top: null,
  edit: null,
  showsFilters: false,
};
