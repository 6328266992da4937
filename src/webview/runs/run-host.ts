import type { StepRow } from '../../core/protocol/run-contract.ts';
import type { PlanAction } from '../../core/recipe/plan.ts';

/** What the Plan and Run screens ask the extension to do. */
export interface RunHost {
  readonly refresh: () => void;
  readonly start: () => void;
  readonly act: (action: PlanAction) => void;
  readonly copyCommand: () => void;
  readonly stop: () => void;
  readonly fetchResult: () => void;
  readonly openJob: () => void;
  readonly compare: () => void;
  readonly rowsOfStep: (step: number) => Promise<readonly StepRow[]>;
  readonly openRow: (dataset: number, row: number) => void;
  readonly openLog: () => void;
  readonly openRecipe: () => void;
}
