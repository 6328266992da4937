import * as v from 'valibot';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';

/** What a file can be converted to. `prompt-completion` has turns, or text where the row had text; `prompt-completion-text` has text. */
export const conversionTarget = v.picklist([
  'messages',
  'sharegpt',
  'prompt-completion',
  'prompt-completion-text',
  'text',
  'alpaca',
  'preference',
  'kto',
  'tool-calling',
]);
export type ConversionTarget = v.InferOutput<typeof conversionTarget>;

/** What a conversion cannot keep, each with a sentence `prepare.loss.KIND`. */
export const conversionLoss = v.picklist([
  'roles',
  'boundary',
  'earlier-answers',
  'prompt-answers',
  'input',
  'rejected-answer',
  'label',
  'pairing',
  'tools',
  'turn-fields',
  'call-form',
  'unread-calls',
  'role-names',
  'system-column',
  'repeated-keys',
  'other-columns',
  'extra-fields',
  'broken-bytes',
]);
export type ConversionLoss = v.InferOutput<typeof conversionLoss>;

/** Why a row has no place in the new format, each with a sentence `prepare.drop.WHY`. */
export const dropReason = v.picklist([
  'no-json',
  'no-object',
  'unknown-format',
  'bad-turn',
  'no-prompt',
  'no-answer',
  'no-text',
  'no-single-text',
  'no-rejected',
  'no-label',
  'labelled-bad',
  'no-tools',
  'mapped-column',
]);
export type DropReason = v.InferOutput<typeof dropReason>;

/** A turn with `role` and, if it has one, `content` first, whatever else it has behind them. */
export type ExampleTurn = JsonObject & { readonly role: string };

/** What a row says, apart from the way in which it is written. */
export interface Example {
  readonly turns: readonly ExampleTurn[];
  /** The first turn of the answer, where the row says so. */
  readonly answerAt: number | null;
  /** It was text without turns: they are made up, and it is written as text again where it can be. */
  readonly isText: boolean;
  readonly tools: JsonValue;
  /** The answer that is worse, of preference rows. */
  readonly rejected: readonly ExampleTurn[] | null;
  /** Whether the answer is good, where the row says so. */
  readonly label: boolean | null;
  /** What is asked and what it is about, where they have columns of their own; the last turn of the user has both. */
  readonly apart: { readonly instruction: string; readonly input: string } | null;
  /** Columns that belong to no format. */
  readonly rest: JsonObject;
  readonly losses: ReadonlySet<ConversionLoss>;
}
