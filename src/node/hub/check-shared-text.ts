import os from 'node:os';
import { hubTokenLine } from '../../core/run/redact-secrets.ts';
import { HumanError } from '../../core/text/human-error.ts';

/**
 * Refuses a text that names a folder of this computer or holds a token.
 * @param name the file's name, for the sentence
 * @param folders absolute; the home folder is looked for besides
 * @throws {HumanError}
 */
export function checkSharedText(name: string, text: string, folders: readonly string[]): void {
  const line = hubTokenLine(text);
  if (line !== null) throw new HumanError('upload.token-inside', { file: name, line });
  const inside = [...folders, os.homedir()].find((folder) => folder.length > 1 && isNamed(text, folder));
  if (inside !== undefined) throw new HumanError('upload.path-inside', { file: name, path: inside });
}

/** `/root` is not named by `/rootless`. Windows paths are escaped in JSON. */
function isNamed(text: string, folder: string): boolean {
  return [folder, JSON.stringify(folder).slice(1, -1)].some((needle) => {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const around = `${text[at - 1] ?? ''} ${text[at + needle.length] ?? ''}`;
      if (!/[\w.-] | [\w-]/.test(around)) return true;
    }
    return false;
  });
}
