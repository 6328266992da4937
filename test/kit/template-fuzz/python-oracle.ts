import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer } from './differences.ts';

const PROGRAM = join(import.meta.dirname, '../python/render_reference.py');

/** A running Python with the real transformers, asked in batches. */
export class PythonOracle {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string) => void)[] = [];
  /** The versions that answer, as the program says them first. */
  readonly versions: Promise<string>;

  /** Sets of texts print in the order that follows from `hashSeed`. */
  constructor(interpreter: string, hashSeed = '0') {
    this.child = spawn(interpreter, ['-W', 'ignore', PROGRAM, '--serve'], {
      env: { ...process.env, PYTHONHASHSEED: hashSeed },
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.(line));
    let errors = '';
    this.child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)));
    this.child.on('exit', () => {
      for (const answer of this.waiting.splice(0))
        answer(JSON.stringify({ ok: false, message: `oracle ended: ${errors}` }));
    });
    this.versions = new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The answers to lines of `render --batch`, in their order. */
  async ask(lines: readonly string[]): Promise<Answer[]> {
    const answers = lines.map(() => new Promise<string>((resolve) => this.waiting.push(resolve)));
    for (const line of lines) this.child.stdin.write(`${line}\n`);
    return (await Promise.all(answers)).map((answer) => JSON.parse(answer) as Answer);
  }

  close(): void {
    this.child.stdin.end();
  }
}
