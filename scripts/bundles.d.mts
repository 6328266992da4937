import type { BuildOptions } from 'esbuild';

export interface Bundle {
  readonly name: string;
  readonly entries: Record<string, string>;
  readonly outdir: string;
  readonly options: BuildOptions;
  /** Cut where the sources say `import()`. */
  readonly split?: boolean;
  /** Most bytes by file, minified. */
  readonly budgets?: Readonly<Record<string, number>>;
}

export const bundles: readonly Bundle[];
