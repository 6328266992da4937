import { FileLint } from '../file-lint.ts';
import type { LintedFile } from '../finding.ts';
import type { LintOptions } from '../lint-options.ts';

/** The findings about a file that is no dataset, but is read as one with its folder. */
export function lintFolderFile(bytes: number, options: LintOptions): LintedFile {
  return new FileLint(options).result(bytes);
}
