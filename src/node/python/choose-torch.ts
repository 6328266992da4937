import fs from 'node:fs';
import * as v from 'valibot';
import { runProgram } from '../process/run-program.ts';
import { torchAtHand, type TorchVariant } from './install-steps.ts';

const report = v.object({
  install: v.array(v.object({ download_info: v.object({ url: v.string() }) })),
});

/**
 * Which PyTorch this computer should get. Only Linux needs the question: elsewhere PyPI's default is the processor build.
 * A dry run of pip tells whether a processor build lies at hand, without downloading it.
 */
export async function chooseTorch(python: string, env: NodeJS.ProcessEnv): Promise<TorchVariant> {
  if (process.platform !== 'linux' || hasNvidiaDriver()) return 'default';
  const dryRun = ['-m', 'pip', 'install', '--dry-run', '--quiet', '--ignore-installed', '--no-deps'];
  const args = [...dryRun, '--report', '-', torchAtHand];
  const result = await runProgram(python, args, { env, timeoutMs: 120_000 });
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), report), result.stdout);
  const url = answer.success ? answer.output.install[0]?.download_info.url : undefined;
  return url?.startsWith('file:') ? 'processor-at-hand' : 'processor-index';
}

function hasNvidiaDriver(): boolean {
  return fs.existsSync('/proc/driver/nvidia/version');
}
