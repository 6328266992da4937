import { ruleTable } from '../rules/rule-table.ts';

/** The rules about what becomes of a file where its folder is loaded: all that is said of one that is no dataset by itself. */
export const folderRules: readonly string[] = ruleTable
  .filter(({ on }) => on === 'folder')
  .map(({ id }) => id);
