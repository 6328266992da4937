import type { FileIgnore } from './configuration/ignores-for.ts';
import type { TrainRows } from './overlap/train-rows.ts';
import type { Row } from './row.ts';
import type { RuleChoice } from './rule-set.ts';

/** How a file is linted. */
export interface LintOptions extends RuleChoice {
  /** Path as it is shown; nothing is opened. */
  readonly path: string;
  /** Also say what each row is. */
  readonly summaries?: boolean | undefined;
  /** What tuning-fork.yaml says is known in this file. */
  readonly ignores?: readonly FileIgnore[] | undefined;
  /** The rows that are trained on where this file is evaluated on. */
  readonly trained?: readonly TrainRows[] | undefined;
  /** Is shown every row that can be read, in order; it must not keep the row. */
  readonly onRow?: ((row: Row) => void) | undefined;
}
