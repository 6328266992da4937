import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TrlTemplate } from '../../core/template/sources/training-variant.ts';
import { runProgram } from '../process/run-program.ts';
import { readTextFile } from './read-text-file.ts';

// Looks the package up without importing it, so that torch stays where it is.
const program =
  'import importlib.util as u; s = u.find_spec("trl"); print(s.submodule_search_locations[0] if s else "")';

/** Folder of the chat templates that the TRL of a Python brings; null where it has no TRL. It starts that Python. */
export async function trlTemplatesFolder(python: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { stdout } = await runProgram(python, ['-I', '-c', program], { env, timeoutMs: 20_000 });
  const folder = stdout.trim();
  return folder === '' ? null : join(folder, 'chat_templates');
}

/** A template of TRL with its place. */
export interface TrlTemplateFile extends TrlTemplate {
  readonly path: string;
}

/** The templates in such a folder, by name; none where there is no folder. Throws a HumanError for one that cannot be read. */
export async function readTrlTemplates(folder: string): Promise<TrlTemplateFile[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.jinja')).sort();
  const templates = files.map(async (file) => {
    const path = join(folder, file);
    const text = await readTextFile(path);
    return text === null ? [] : [{ name: basename(file, '.jinja'), text: asPythonReads(text), path }];
  });
  return (await Promise.all(templates)).flat();
}

/** Python reads text files with every line end as `\n`: so it is what TRL compares. */
export function asPythonReads(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
