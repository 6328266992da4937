import * as v from 'valibot';
import { messageSchema } from '../../text/message-schema.ts';
import { datasetFormat, severity } from '../findings/finding.ts';
import { scriptName } from './script-of-text.ts';

/** Something counted in the rows: how often, in how many rows, and the first of these rows. */
export const rowGroup = v.object({ count: v.number(), rows: v.number(), first: v.array(v.number()) });
export type RowGroup = v.InferOutput<typeof rowGroup>;

/** Values from `from` to `to`, both included; `to` is null in the last one, which is open. */
const bin = v.object({ from: v.number(), to: v.nullable(v.number()), ...rowGroup.entries });
export type Bin = v.InferOutput<typeof bin>;

/** What a text is to the model: what is asked, what is answered, or a row's only text. */
export const textKind = v.picklist(['prompts', 'answers', 'texts']);
export type TextKind = v.InferOutput<typeof textKind>;

/** 합쇼체, 해요체, 해라체 and 해체. */
export const registerName = v.picklist(['formal', 'polite', 'plain', 'casual']);

/** How lengths are spread. Percentiles are right to 1 %; the shortest and the longest are exact. */
const spread = v.object({
  count: v.number(),
  shortest: v.number(),
  longest: v.number(),
  p50: v.number(),
  p90: v.number(),
  p99: v.number(),
  bins: v.array(bin),
});
export type Spread = v.InferOutput<typeof spread>;

/** Lengths in characters (code points). */
const lengths = v.object({ of: textKind, ...spread.entries });
export type Lengths = v.InferOutput<typeof lengths>;

/** Rows that belong together. `rows` counts all of them, `groups` the groups; the largest groups have their first rows. */
const rowClusters = v.object({
  rows: v.number(),
  groups: v.number(),
  largest: v.array(v.object({ rows: v.number(), first: v.array(v.number()) })),
});
export type RowClusters = v.InferOutput<typeof rowClusters>;

const ruleFindings = v.object({
  rule: v.string(),
  severity,
  count: v.number(),
  rows: v.number(),
  first: v.array(v.object({ row: v.number(), message: messageSchema })),
});
export type RuleFindings = v.InferOutput<typeof ruleFindings>;

/** The beginning of a row; what the rules about secrets and personal data recognise is withheld. `more`: parts left out. */
const rowExcerpt = v.object({
  row: v.number(),
  parts: v.array(v.object({ name: v.string(), text: v.string() })),
  more: v.number(),
});
export type RowExcerpt = v.InferOutput<typeof rowExcerpt>;

/**
 * What TRL would train on under a recipe, in tokens. Rows that are dropped or at which TRL stops are in no total; a row is as long as
 * it is before it is cut.
 */
export const countedTokens = v.object({
  kind: v.literal('counted'),
  /** As it is named. */
  recipe: v.string(),
  /** What the recipe uses the file for. */
  use: v.picklist(['train', 'test']),
  template: v.nullable(v.string()),
  /** `assistant_only_loss` */
  answersOnly: v.boolean(),
  /** null: nothing is cut. */
  maxLength: v.nullable(v.number()),
  packing: v.boolean(),
  /** Rows that are kept, their tokens, and those of them that are trained. */
  rows: v.number(),
  tokens: v.number(),
  trained: v.number(),
  /** Where the trained tokens are, and the others. */
  trainedIn: rowGroup,
  contextIn: rowGroup,
  /** Of rows that are kept. */
  cutTokens: v.number(),
  /** Of rows that are dropped, before they are cut. */
  droppedTokens: v.number(),
  perRow: v.nullable(spread),
  trainedPerRow: v.nullable(spread),
  cut: rowGroup,
  /** TRL leaves them out without a word: nothing of them would be trained. */
  dropped: rowGroup,
  /** Rows that stay, and of which nothing is trained. */
  untrained: rowGroup,
  stopped: rowGroup,
  firstStop: v.nullable(v.object({ row: v.number(), reason: messageSchema })),
});
export type CountedTokens = v.InferOutput<typeof countedTokens>;

/** `not-counted` says why, and how to have them counted. */
export const trainedTokens = v.variant('kind', [
  countedTokens,
  v.object({ kind: v.literal('not-counted'), reason: messageSchema }),
]);
export type TrainedTokens = v.InferOutput<typeof trainedTokens>;

/** Turns and characters of one kind, and where they are. */
const share = v.object({ turns: rowGroup, characters: rowGroup });

/** What a dataset file holds. Characters are code points; rows are numbered as findings number them. */
export const datasetReport = v.object({
  version: v.literal(1),
  file: v.object({
    path: v.string(),
    format: datasetFormat,
    rows: v.number(),
    bytes: v.number(),
    sha256: v.string(),
  }),
  findings: v.object({
    errors: v.number(),
    warnings: v.number(),
    infos: v.number(),
    rules: v.array(ruleFindings),
    /**
     * Findings that are counted and not listed, because the file has too many: their rows are not in the report; absent if all are
     * listed.
     */
    unlisted: v.optional(v.number()),
  }),
  lengths: v.array(lengths),
  /** Turns of each conversation. */
  turns: v.array(bin),
  roles: v.array(v.object({ role: v.string(), characters: v.number(), ...rowGroup.entries })),
  scripts: v.array(
    v.object({ of: textKind, scripts: v.array(v.object({ script: scriptName, ...rowGroup.entries })) }),
  ),
  /** Answers in another script than what was asked right before. */
  otherScript: rowGroup,
  /** Korean answers by the register that most of their sentences have; answers without one are left out. */
  registers: v.array(v.object({ register: registerName, ...rowGroup.entries })),
  /** Korean answers that mix registers within themselves. */
  mixedRegisters: rowGroup,
  /** `rows` counts later copies too, so that rows less groups are what a removal would take. */
  duplicates: v.object({ exact: rowClusters, near: rowClusters }),
  contradictions: rowClusters,
  /** Rows that are in the training files too; null if no file was compared. */
  overlap: v.nullable(v.object({ ...rowGroup.entries, with: v.array(v.string()) })),
  /** Secrets, personal data and hidden instructions by what they are; no value of a secret or a person is in the report. */
  review: v.array(v.object({ rule: v.string(), kind: v.string(), service: v.string(), ...rowGroup.entries })),
  /** Findings that tuning-fork.yaml says are known, by rule and reason; absent if there are no such findings. */
  ignored: v.optional(v.array(v.object({ rule: v.string(), reason: v.string(), ...rowGroup.entries }))),
  /**
   * Slurs, and groups of people beside traits, by the words that made them listed, '' for those past the first: to be read, not a
   * verdict.
   */
  bias: v.array(v.object({ rule: v.string(), words: v.string(), ...rowGroup.entries })),
  /**
   * Turns and characters of answers among all, the rows that hold some of these and of the others, and the rows that have no answer;
   * text outside conversations is no turn.
   */
  training: v.object({
    answerTurns: v.number(),
    turns: v.number(),
    answerCharacters: v.number(),
    characters: v.number(),
    answers: share,
    others: share,
    withoutAnswer: rowGroup,
  }),
  /** Absent while they are counted. */
  tokens: v.optional(trainedTokens),
  /** The beginnings of the rows that are named above, in order. */
  excerpts: v.array(rowExcerpt),
});
export type DatasetReport = v.InferOutput<typeof datasetReport>;
