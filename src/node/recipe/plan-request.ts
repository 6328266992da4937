import type { Message } from '../../core/text/message.ts';
import type { Interpreter } from '../python/interpreter.ts';

/** What a plan needs to know of an interpreter. */
export type PlanPython = Pick<Interpreter, 'path' | 'version' | 'packages' | 'source'>;

/** What a plan is made from. */
export interface PlanRequest {
  /** As it was given; relative to `cwd`. */
  readonly recipePath: string;
  /** Folder that the paths in the recipe belong to, absolute. */
  readonly cwd: string;
  /** null: none was found, or none may be asked. */
  readonly python: PlanPython | null;
  /** Why there is no interpreter, where that is known. */
  readonly pythonFault?: Message | null;
  readonly env: NodeJS.ProcessEnv;
  /** The token that was pasted into VS Code: a run that needs one is given it where the environment and the token file have none. */
  readonly secret?: () => Promise<string | null>;
}
