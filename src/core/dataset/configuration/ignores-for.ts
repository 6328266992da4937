import type { RuleSettings } from '../rule-settings.ts';
import type { Configuration } from './configuration.ts';
import { filePattern, isPathOf } from './file-pattern.ts';

/** An entry of `ignore` that means the file that is linted. */
export interface FileIgnore {
  /** Which one of the configuration it is. */
  readonly entry: number;
  readonly rules: readonly string[] | null;
  readonly row: string | null;
  readonly reason: string;
  /** It names this file and no other. */
  readonly isExact: boolean;
}

/** What a configuration says about one file. */
export interface FileConfiguration {
  readonly rules: RuleSettings;
  readonly ignores: readonly FileIgnore[];
}

/** @param path of the file, relative to the configuration's folder, with `/` */
export function configurationFor({ rules, ignores }: Configuration, path: string): FileConfiguration {
  const own = ignores.flatMap(({ files, rules: named, row, reason }, entry) =>
    filePattern(files).test(path)
      ? [{ entry, rules: named, row, reason, isExact: isPathOf(files, path) }]
      : [],
  );
  return { rules, ignores: own };
}
