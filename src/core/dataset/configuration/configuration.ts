import * as v from 'valibot';
import { ruleSettings, type RuleSettings } from '../rule-settings.ts';

/** The file's name: it is looked for beside the data and in the folders above, and the nearest one counts. */
export const CONFIGURATION_NAME = 'tuning-fork.yaml';

const text = v.pipe(v.string(), v.regex(/\S/));
const ruleNames = v.union([text, v.array(text)]);

/** A digest of a row's JSON value in hexadecimal, as `rowDigest` makes it. */
export const digestText = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** One entry of `ignore`. */
export const ignoreEntry = v.strictObject({
  /** Pattern of paths relative to the folder of tuning-fork.yaml. */
  files: v.pipe(
    text,
    v.description('Path or pattern of the files, relative to this file: data/train.jsonl, archive/**'),
  ),
  rules: v.optional(v.pipe(ruleNames, v.description('A rule, or a list of rules; all rules if absent'))),
  row: v.optional(
    v.pipe(digestText, v.description('Digest of the value of the one row that is meant; needs a reason')),
  ),
  /** Where the row stood when the entry was written: for people, nothing is found by it. */
  number: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description('Number that the row had; a hint for people'),
    ),
  ),
  reason: v.optional(v.pipe(text, v.description('Why'))),
});

/** The whole of tuning-fork.yaml: the source of its JSON Schema; faults are looked for piece by piece. */
export const configurationFile = v.strictObject({
  rules: v.optional(v.pipe(ruleSettings, v.description('Rule id: off, info, warning or error'))),
  ignore: v.optional(
    v.pipe(v.array(ignoreEntry), v.description('Findings that are known and stay as they are')),
  ),
});

/** An entry of `ignore` that could be read. */
export interface KnownIgnore {
  readonly files: string;
  /** All rules if null. */
  readonly rules: readonly string[] | null;
  /** All rows if null. */
  readonly row: string | null;
  readonly number: number | null;
  readonly reason: string;
}

/** What tuning-fork.yaml says, as far as it could be read. */
export interface Configuration {
  readonly rules: RuleSettings;
  readonly ignores: readonly KnownIgnore[];
}
