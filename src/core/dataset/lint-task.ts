import * as v from 'valibot';
import type { Language } from '../text/message.ts';

/** The `type` of our tasks in tasks.json. */
export const TASK_TYPE = 'tuning-fork';

/** A task that lints: what package.json contributes under `taskDefinitions`. */
export const lintTask = v.object({
  type: v.literal(TASK_TYPE),
  command: v.literal('lint'),
  /** Files and folders, relative to the workspace folder; the whole folder if empty. */
  paths: v.optional(v.array(v.string()), []),
  /** Further options of the command line, such as `--deep`. */
  args: v.optional(v.array(v.string()), []),
});
export type LintTask = v.InferOutput<typeof lintTask>;

/** What reads the output of a task: findings with a line, and those in files without lines. */
export const LINT_MATCHERS = ['$tuning-fork', '$tuning-fork-rows'] as const;

/** What the command line is called with: `pretty` is what the problem matchers read. */
export function lintTaskArguments({ paths, args }: LintTask, language: Language): string[] {
  return ['lint', '--format', 'pretty', '--lang', language, ...args, '--', ...paths];
}
