import { setTimeout as pause } from 'node:timers/promises';
import { rolesOf, toolsOf } from '../../core/conversations/row-filter.ts';
import { showRow } from '../../core/conversations/show-row.ts';
import type { RowSource } from './row-source.ts';

/** Rows that are looked at: what comes up later can be asked for in the search box. */
const MOST_ROWS = 5_000;
const AT_ONCE = 50;
const MOST_NAMES = 200;

/** The roles and tools that the first rows of a file have, found while nothing else is asked. */
export class RowChoices {
  readonly #source: RowSource;
  readonly #roles = new Set<string>();
  readonly #tools = new Set<string>();
  #isComplete = false;
  #isStopped = false;

  constructor(source: RowSource) {
    this.#source = source;
    void this.#run().catch(() => undefined);
  }

  /** Null until all of them were looked at. */
  get found(): { roles: string[]; tools: string[] } | null {
    if (!this.#isComplete) return null;
    return { roles: [...this.#roles].slice(0, MOST_NAMES), tools: [...this.#tools].slice(0, MOST_NAMES) };
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    await this.#source.opened;
    for (let at = 0; at < MOST_ROWS && !this.#isStopped;) {
      const rows = await this.#source.read(at, AT_ONCE);
      for (const { number, source } of rows) {
        const { content } = showRow(number, source, null);
        for (const role of rolesOf(content)) this.#roles.add(role);
        for (const tool of toolsOf(content)) this.#tools.add(tool);
      }
      at += rows.length;
      if (rows.length === 0 && this.#source.isComplete) break;
      await pause(rows.length === 0 ? 50 : 0);
    }
    this.#isComplete = true;
  }
}
