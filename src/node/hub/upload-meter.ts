import type { CommitProgressEvent } from '@huggingface/hub';

/** How far an upload is, in bytes of all its files. */
export interface UploadProgress {
  readonly phase: 'hashing' | 'uploading' | 'committing';
  readonly done: number;
  readonly total: number;
}

const intervalMs = 100;

/** Sums the package's events, of which there is one for every 64 KB, and tells some of them. */
export class UploadMeter {
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #tell: (progress: UploadProgress) => void;
  readonly #parts = { hashing: new Map<string, number>(), uploading: new Map<string, number>() };
  readonly #total: number;
  #phase: UploadProgress['phase'] = 'hashing';
  #told = -Infinity;

  /** @param sizes bytes of each file */
  constructor(sizes: ReadonlyMap<string, number>, tell: (progress: UploadProgress) => void) {
    this.#sizes = sizes;
    this.#tell = tell;
    this.#total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** The last phase of the upload that has begun. */
  get phase(): UploadProgress['phase'] {
    return this.#phase;
  }

  take(event: CommitProgressEvent): void {
    if (event.event === 'phase') {
      if (event.phase === 'committing') this.#show('committing', this.#total);
      return;
    }
    if (event.state === 'error') return;
    const parts = this.#parts[event.state];
    const size = this.#sizes.get(event.path) ?? 0;
    parts.set(event.path, event.progress * size);
    const now = performance.now();
    if (event.state === this.#phase && now - this.#told < intervalMs) return;
    this.#told = now;
    this.#show(event.state, Math.round([...parts.values()].reduce((sum, done) => sum + done, 0)));
  }

  #show(phase: UploadProgress['phase'], done: number): void {
    this.#phase = phase;
    this.#tell({ phase, done, total: this.#total });
  }
}
