import * as v from 'valibot';
import { lintedFile } from '../dataset/findings/finding.ts';
import { lintPatch } from '../dataset/open-text/lint-patch.ts';
import { textChange } from '../dataset/open-text/text-change.ts';
import { ruleSettings } from '../dataset/rule-settings.ts';

const textLint = v.variant('kind', [
  v.object({
    kind: v.literal('linted'),
    linted: lintedFile,
    /** What the rules that follow the whole file found, where those were asked. */
    followers: v.nullable(lintedFile),
  }),
  /** A change came before the end. */
  v.object({ kind: v.literal('changed') }),
  /** The text has to be sent. */
  v.object({ kind: v.literal('unknown') }),
]);
export type TextLint = v.InferOutput<typeof textLint>;

/** Which rules are asked: all, those that follow the whole file, or the slow ones that nobody chose. */
const lintPart = v.picklist(['whole', 'followers', 'background']);
export type LintPart = v.InferOutput<typeof lintPart>;

/** Open texts that are linted as they change. `key` names a text for as long as it is open. */
export const openTextCalls = {
  /** Lints a text, or asks some rules about all of it. */
  lintText: {
    arg: v.object({
      key: v.string(),
      path: v.string(),
      /** Its text with what ends its lines; null: as its changes have left it. */
      text: v.nullable(v.object({ content: v.string(), lineEnd: v.string() })),
      rules: v.optional(ruleSettings),
      part: lintPart,
      /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
      root: v.optional(v.string()),
    }),
    result: textLint,
  },
  /** Changes a text and lints the lines that changed; null where only all of it can be linted. */
  changeText: {
    arg: v.object({ key: v.string(), changes: v.array(textChange) }),
    result: v.nullable(lintPatch),
  },
  closeText: { arg: v.object({ key: v.string() }), result: v.null() },
} as const;
