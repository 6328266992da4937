import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { JobChoice } from '../../core/recipe/job-choice.ts';

const key = 'jobChoices';
const choices = v.record(
  v.string(),
  v.object({ flavor: v.nullable(v.string()), timeoutSeconds: v.nullable(v.number()) }),
);

/** The machine and time-out that were chosen for each recipe, kept in the workspace. */
export class JobChoices {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  of(recipe: vscode.Uri): JobChoice {
    return this.#all()[recipe.toString()] ?? { flavor: null, timeoutSeconds: null };
  }

  async keep(recipe: vscode.Uri, choice: JobChoice): Promise<void> {
    await this.#memory.update(key, { ...this.#all(), [recipe.toString()]: choice });
  }

  #all(): Readonly<Record<string, JobChoice>> {
    const parsed = v.safeParse(choices, this.#memory.get<unknown>(key));
    return parsed.success ? parsed.output : {};
  }
}
