import * as v from 'valibot';
import { diagnosis, type Accelerator } from '../../core/python/diagnosis.ts';
import { runProgram } from '../process/run-program.ts';
import type { Interpreter } from './interpreter.ts';
import { packageEnvironment } from './package-environment.ts';

/** Asks an interpreter's PyTorch for the accelerator; importing it takes seconds. Null if the product's package does not answer. */
export async function askAccelerator(
  interpreter: Interpreter,
  packageFolder: string,
  env: NodeJS.ProcessEnv,
): Promise<Accelerator | null> {
  const result = await runProgram(interpreter.path, ['-m', 'tuning_fork', 'doctor'], {
    env: packageEnvironment(env, packageFolder),
    timeoutMs: 120_000,
  });
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), diagnosis), result.stdout);
  return answer.success ? answer.output.gpu : null;
}
