import type * as vscode from 'vscode';
import type { Message } from '../../core/text/message.ts';
import type { PlannedRun } from '../../node/recipe/planned-run.ts';
import type { RunHandle } from '../../node/run/run-handle.ts';

/** A way to train by a recipe: on this computer, or on HF Jobs. */
export interface TrainingWay {
  readonly kind: 'local' | 'jobs';
  plan(recipe: vscode.Uri): Promise<PlannedRun>;
  /**
   * Plans anew and starts: what stood on screen may be old.
   * @param say tells how far a start is that takes its time; null when there is nothing more to tell
   * @throws {HumanError} if it cannot start or the user declines
   */
  start(recipe: vscode.Uri, say: (progress: Message | null) => void): Promise<RunHandle>;
  /** The button that starts it, named by what it does. */
  startLabel(planned: PlannedRun): Message;
  /** A line for the shell that does the same without the product. */
  shellLine(recipe: vscode.Uri): string;
  /** What the user can choose besides the recipe; absent where there is nothing. */
  chooseHardware?(recipe: vscode.Uri): Promise<void>;
}
