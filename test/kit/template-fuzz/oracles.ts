import type { Answer } from './differences.ts';
import { PythonOracle } from './python-oracle.ts';

/** Python twice: what the second process answers otherwise follows from addresses or hashes, and nobody can agree with it. */
export class Oracles {
  private readonly first: PythonOracle;
  private readonly second: PythonOracle;

  constructor(interpreter: string) {
    this.first = new PythonOracle(interpreter, '0');
    this.second = new PythonOracle(interpreter, '1');
  }

  get versions(): Promise<string> {
    return this.second.versions.then(() => this.first.versions);
  }

  ask(lines: readonly string[]): Promise<Answer[]> {
    return this.first.ask(lines);
  }

  /** Whether each of these answers is the same in another run of Python. */
  async areStable(lines: readonly string[], answers: readonly Answer[]): Promise<boolean[]> {
    const again = await this.second.ask(lines);
    return again.map((answer, i) => JSON.stringify(answer) === JSON.stringify(answers[i]));
  }

  close(): void {
    this.first.close();
    this.second.close();
  }
}
