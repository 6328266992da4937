import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

const script = path.join(import.meta.dirname, 'reference.py');
const answer = v.object({ seconds: v.number(), result: v.unknown() });

export interface Measured {
  /** CPU seconds of the whole process, for all repetitions. */
  readonly seconds: number;
  readonly result: unknown;
}

/** A Python process that does the same work as we do, when it is told to, and says how long it took. */
export class PythonReference {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  /** @param python an interpreter with transformers and tokenizers */
  constructor(python: string) {
    // One thread of the Rust library, as we are one thread.
    const env = { ...process.env, TOKENIZERS_PARALLELISM: 'false', RAYON_NUM_THREADS: '1' };
    this.#child = spawn(python, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#child.stdout === null) throw new Error('The reference has no output.');
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async ask(request: object): Promise<Measured> {
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    const line = await this.#answers.next();
    if (line.done === true) throw new Error('The reference ended without an answer.');
    return v.parse(v.pipe(v.string(), v.parseJson(), answer), line.value);
  }

  close(): void {
    this.#child.stdin?.end();
  }
}
