/** Folders of other programs and of runs, by their names: what is in them is no dataset of the user's, unless one of them is named. */
export const SKIPPED_FOLDERS: readonly string[] = ['node_modules', '.git', '.tuning-fork', '.venv', 'venv'];

/** The same as a glob pattern. */
export const SKIPPED_PATTERN = `**/{${SKIPPED_FOLDERS.join(',')}}/**`;
