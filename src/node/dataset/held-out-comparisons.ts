import type { FileOverlap } from '../../core/dataset/overlap/file-overlap.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';

/** A file as it was when somebody looked. */
export interface FileState {
  /** Absolute. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
}

/** A file with those that are trained on where it is evaluated on. */
export interface HeldOutFile extends FileState {
  readonly trained: readonly FileState[];
}

/** What is known of the overlap: nothing while it `waits` to be asked for, is being compared, or could not be. */
export type OverlapState =
  | { readonly kind: 'waits' | 'comparing' | 'off' | 'failed' }
  | { readonly kind: 'compared'; readonly overlap: FileOverlap };

interface Entry {
  readonly file: HeldOutFile;
  readonly of: string;
  state: OverlapState;
  running: AbortController | null;
}

/** Files that are larger together are compared when somebody asks: it takes long, and half a gigabyte of memory. */
export const MOST_COMPARED = 50_000_000;

/**
 * Compares held-out files with what is trained on, one after the other in the background, when somebody wants to know; what was found
 * is kept as long as the files are what they were.
 */
export class HeldOutComparisons implements Disposable {
  readonly #compare: (file: HeldOutFile, signal: AbortSignal) => Promise<FileOverlap | null>;
  readonly #onChange: (path: string) => void;
  readonly #most: number;
  readonly #entries = new Map<string, Entry>();
  #isBusy = false;
  #isDisposed = false;

  /**
   * @param compare null where the rule is off; rejected if it cannot be done
   * @param onChange is told of which file something else is known
   * @param most bytes of files that are compared without being asked for
   */
  constructor(
    compare: (file: HeldOutFile, signal: AbortSignal) => Promise<FileOverlap | null>,
    onChange: (path: string) => void,
    most = MOST_COMPARED,
  ) {
    this.#compare = compare;
    this.#onChange = onChange;
    this.#most = most;
  }

  /** What is known of a file in this state; if nothing is, it is compared soon. */
  of(file: HeldOutFile): OverlapState {
    return this.#entryOf(file).state;
  }

  /** As `of`, whatever the files' size. */
  ask(file: HeldOutFile): OverlapState {
    const entry = this.#entryOf(file);
    if (entry.state.kind === 'waits') {
      entry.state = { kind: 'comparing' };
      void this.#work();
    }
    return entry.state;
  }

  /** Gives up what belongs to other files than these. */
  keep(files: readonly HeldOutFile[]): void {
    const kept = new Map(files.map((file) => [file.path, stateOf(file)]));
    for (const [path, entry] of this.#entries) if (kept.get(path) !== entry.of) this.#drop(path);
  }

  /** All is compared anew when it is wanted next, also what could not be. */
  forget(): void {
    for (const path of this.#entries.keys()) this.#drop(path);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.forget();
  }

  #entryOf(file: HeldOutFile): Entry {
    const of = stateOf(file);
    const known = this.#entries.get(file.path);
    if (known?.of === of) return known;
    this.#drop(file.path);
    const bytes = [file, ...file.trained].reduce((sum, { size }) => sum + size, 0);
    const state = { kind: bytes > this.#most ? 'waits' : 'comparing' } as const;
    const entry: Entry = { file, of, state, running: null };
    this.#entries.set(file.path, entry);
    if (state.kind === 'comparing') void this.#work();
    return entry;
  }

  #drop(path: string): void {
    this.#entries.get(path)?.running?.abort();
    this.#entries.delete(path);
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#run(next);
    } finally {
      this.#isBusy = false;
    }
  }

  #next(): Entry | undefined {
    if (this.#isDisposed) return undefined;
    return [...this.#entries.values()].find(({ state }) => state.kind === 'comparing');
  }

  async #run(entry: Entry): Promise<void> {
    const running = new AbortController();
    entry.running = running;
    const state = await this.#compare(entry.file, running.signal).then(
      (overlap): OverlapState => {
        if (overlap === null) return { kind: 'off' };
        return overlap.with.length === 0 ? { kind: 'failed' } : { kind: 'compared', overlap };
      },
      (): OverlapState => ({ kind: 'failed' }),
    );
    entry.running = null;
    entry.state = state;
    if (!running.signal.aborted && this.#entries.get(entry.file.path) === entry)
      this.#onChange(entry.file.path);
  }
}

function stateOf(file: HeldOutFile): string {
  return [file, ...file.trained].map(({ path, size, mtime }) => `${path} ${size} ${mtime}`).join('\n');
}
