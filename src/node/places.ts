/** Where the parts lie that are not bundled into the running script; passed in by extension.ts and cli/main.ts. All absolute. */
export interface Places {
  /** The worker's script (dist/worker.cjs). */
  readonly worker: string;
  /** The script of a thread that helps to lint one file (dist/segment-worker.cjs). */
  readonly segmentWorker: string;
  /** The folder that holds the Python package `tuning_fork`. */
  readonly python: string;
  /** The folder with the sample project and other static files. */
  readonly media: string;
}
