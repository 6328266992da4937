import fs from 'node:fs/promises';
import path from 'node:path';
import { toDisposable, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import { isRunId } from '../../core/run/run-id.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { ChangeWaiter } from './change-waiter.ts';
import { runsFolder } from './run-directory.ts';
import { RunReader, type RunStatus } from './run-reader.ts';

const livingMs = 1_000;
const restingMs = 5_000;

/** The runs of one folder. It only reads run directories, so any number of stores may look at the same ones. */
export class RunStore implements Disposable {
  readonly folder: string;
  readonly #runs: string;
  readonly #readers = new Map<string, RunReader>();
  readonly #changes = new Emitter<readonly RunStatus[]>();
  readonly #watches = new Set<Disposable>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.folder = folder;
    this.#runs = runsFolder(folder);
  }

  /** Fires with all runs, newest first, when a run appeared, went or changed; only while somebody watches. */
  get onDidChange(): Emitter<readonly RunStatus[]>['event'] {
    return this.#changes.event;
  }

  /** All runs, newest first. Directories without a readable run.json are none. */
  list(): Promise<RunStatus[]> {
    // One after the other, because a reader must not be asked twice at once.
    const listing = this.#turn.then(() => this.#look());
    this.#turn = listing.catch(() => undefined);
    return listing;
  }

  /**
   * The directory of a run by its id or by the beginning of one.
   * @throws {HumanError} if no run fits, or several
   */
  async find(idOrPrefix: string): Promise<string> {
    const ids = await this.#ids();
    const fitting = ids.includes(idOrPrefix) ? [idOrPrefix] : ids.filter((id) => id.startsWith(idOrPrefix));
    const [id] = fitting;
    if (id === undefined || idOrPrefix === '') {
      throw new HumanError('run.unknown', { id: idOrPrefix, folder: this.folder });
    }
    if (fitting.length > 1) throw new HumanError('run.ambiguous', { id: idOrPrefix, count: fitting.length });
    return path.join(this.#runs, id);
  }

  /** Looks for changes, by the system's watcher and by time, until disposed. */
  watch(): Disposable {
    const waiter = new ChangeWaiter(this.#runs);
    let watching = true;
    const watch = toDisposable(() => {
      watching = false;
      waiter.dispose();
      this.#watches.delete(watch);
    });
    this.#watches.add(watch);
    void this.#watch(waiter, () => watching);
    return watch;
  }

  dispose(): void {
    for (const watch of this.#watches) watch.dispose();
    this.#changes.dispose();
  }

  async #watch(waiter: ChangeWaiter, watching: () => boolean): Promise<void> {
    let shown = '';
    while (watching()) {
      const runs = await this.list();
      const looks = JSON.stringify(runs.map((run) => run.summary));
      if (watching() && looks !== shown) this.#changes.fire(runs);
      shown = looks;
      await waiter.wait(runs.some((run) => run.summary.state === 'running') ? livingMs : restingMs);
    }
  }

  async #look(): Promise<RunStatus[]> {
    const ids = await this.#ids();
    for (const id of this.#readers.keys()) if (!ids.includes(id)) this.#readers.delete(id);
    const runs = await Promise.all(ids.map((id) => this.#status(id)));
    return runs.filter((run) => run !== null).toSorted(newestFirst);
  }

  async #status(id: string): Promise<RunStatus | null> {
    const reader = this.#readers.get(id) ?? new RunReader(path.join(this.#runs, id));
    this.#readers.set(id, reader);
    try {
      return await reader.look();
    } catch (error) {
      if (error instanceof HumanError) return null;
      throw error;
    }
  }

  async #ids(): Promise<string[]> {
    try {
      return (await fs.readdir(this.#runs)).filter(isRunId);
    } catch {
      return [];
    }
  }
}

function newestFirst({ summary: a }: RunStatus, { summary: b }: RunStatus): number {
  return b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);
}
