import type { FileIgnore } from './configuration/ignores-for.ts';
import type { IsListed } from './findings/finding-list.ts';
import type { LoadModel } from './loading/load-model.ts';
import type { Row } from './row/row.ts';
import type { RowRecords } from './comparing/row-records.ts';
import type { RuleChoice } from './rule-set.ts';
import type { KnownBeside } from './shared-work.ts';

/** How a file is linted. */
export interface LintOptions extends RuleChoice, KnownBeside {
  /** Path as it is shown; nothing is opened. */
  readonly path: string;
  /** Also say what each row is. */
  readonly summaries?: boolean | undefined;
  /** What tuning-fork.yaml says is known in this file. */
  readonly ignores?: readonly FileIgnore[] | undefined;
  /** How many findings of each kind are listed (`FindingLists`); `MOST_LISTED` if absent. */
  readonly mostListed?: number | undefined;
  /** Says which findings may be listed; the others are only counted. All of them if absent. */
  readonly isListed?: IsListed | undefined;
  /** The most bytes of a row that is read; longer rows are reported and not checked. `LONGEST_TEXT` if absent. */
  readonly longestText?: number | undefined;
  /** Keeps what is needed to compare rows after a change. */
  readonly records?: RowRecords | undefined;
  /** Is shown what `datasets` reads of the file. */
  readonly model?: LoadModel | undefined;
  /** Is shown every row that can be read, in order; it must not keep the row. */
  readonly onRow?: ((row: Row) => void) | undefined;
}
