import { addSentences } from '../text/catalogue.ts';
import type { Message } from '../text/message.ts';
import { launchOptions } from './launch-options.ts';
import { plainCommand } from './plain-command.ts';
import type { Recipe } from './recipe.ts';
import { scriptMessages } from './script-messages.ts';
import { shellQuote } from './shell-quote.ts';
import { bundledTrlKeys, type TrlKeys } from './trl-keys.ts';

addSentences(scriptMessages);

/** Where a job finds what its recipe names by relative paths. */
const JOB_FOLDER = '/inputs';

/** A file or folder on this computer that a recipe names, as it stands there. */
export interface LocalInput {
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** What a line for `hf jobs` says besides the recipe. */
export interface JobChoices {
  readonly flavor: string;
  /** Such as `2h`; the Hub ends a job after half an hour unless told otherwise. */
  readonly timeout: string;
  /** Repository that gets the model, unless the recipe pushes by itself. */
  readonly repository: string;
  readonly inputs: readonly LocalInput[];
}

/** A recipe with the path that a line names it by. */
export interface NamedRecipe {
  readonly path: string;
  readonly text: string;
  readonly recipe: Recipe;
}

/** `trl sft --config RECIPE` for a POSIX shell. TRL opens recipes in the encoding of the locale. */
export function localLine({ path, text }: NamedRecipe): string {
  const line = plainCommand(path).map(shellQuote).join(' ');
  return /^[\x00-\x7f]*$/.test(text) ? line : `PYTHONUTF8=1 ${line}`;
}

/** `accelerate launch SCRIPT` with what the recipe forwards to accelerate, for a POSIX shell. */
export function launchLine(recipe: Recipe, script: string, keys: TrlKeys = bundledTrlKeys()): string {
  return ['accelerate launch', ...launchOptions(recipe, keys), shellQuote(script)].join(' ');
}

/**
 * The `hf jobs uv run` line that trains a recipe on the Hub, for a POSIX shell. Files that the recipe names go along as mounted
 * copies of their folders (huggingface_hub 2.4 `-v LOCAL:/MOUNT`), below a folder that the training is started in. `notes` say
 * what cannot go along.
 */
export function jobLine(
  named: NamedRecipe,
  job: JobChoices,
  keys: TrlKeys = bundledTrlKeys(),
): { readonly line: string; readonly notes: readonly Message[] } {
  const mounts = mountsOf(job.inputs);
  const inFolder = mounts.options.length > 0;
  const start = 'hf jobs uv run --secrets HF_TOKEN -e PYTHONUTF8=1'.split(' ');
  const words = [
    ...start,
    '--flavor',
    job.flavor,
    '--timeout',
    job.timeout,
    ...packages(named.recipe, keys).flatMap((each) => ['--with', each]),
    ...mounts.options,
    ...(inFolder ? ['env', '-C', JOB_FOLDER] : []),
    ...plainCommand(named.path),
    ...(inFolder ? ['--output_dir', '/tmp/output'] : []),
    ...(named.recipe.settings.push_to_hub ? [] : pushOptions(job.repository)),
  ];
  return { line: words.map(shellQuote).join(' '), notes: mounts.notes };
}

function packages({ settings }: Recipe, { versions }: TrlKeys): string[] {
  const quantized = settings.load_in_4bit || settings.load_in_8bit;
  return [
    ...['trl', 'transformers', 'accelerate'].flatMap((name) => {
      const version = versions[name];
      return version === undefined ? [] : [`${name}==${version}`];
    }),
    ...(settings.use_peft ? ['peft'] : []),
    ...(quantized ? ['bitsandbytes'] : []),
    ...settings.report_to.filter((name) => name !== 'all'),
  ];
}

/** The disk of a job is thrown away: checkpoints and the model go to a private repository. */
function pushOptions(repository: string): string[] {
  const options = { push_to_hub: 'True', hub_model_id: repository, hub_private_repo: 'True' };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return [...words, '--hub_strategy', 'checkpoint'];
}

interface Mounts {
  readonly options: readonly string[];
  readonly notes: readonly Message[];
}

function mountsOf(inputs: readonly LocalInput[]): Mounts {
  const folders = new Map<string, string>();
  const notes: Message[] = [];
  for (const { path, kind } of inputs) {
    const folder = kind === 'folder' ? normal(path) : parentOf(normal(path));
    if (folder === '..' || folder.startsWith('../')) {
      notes.push({ id: 'recipe.line.outside', args: { path } });
    } else folders.set(folder, path);
  }
  const whole = folders.get('.');
  if (whole !== undefined) {
    notes.push({ id: 'recipe.line.whole-folder', args: { path: whole } });
    for (const folder of folders.keys())
      if (folder !== '.' && !folder.startsWith('/')) folders.delete(folder);
  }
  const options = [...folders.keys()].flatMap((folder) => ['-v', mount(folder)]);
  return { options, notes };
}

function mount(folder: string): string {
  if (folder.startsWith('/')) return `${folder}:${folder}`;
  return folder === '.' ? `.:${JOB_FOLDER}` : `./${folder}:${JOB_FOLDER}/${folder}`;
}

/** Without `.` and empty parts, `..` kept at the front only; `.` for the folder itself. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const joined = parts.join('/');
  if (path.startsWith('/')) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  if (cut === -1) return '.';
  return cut === 0 ? '/' : path.slice(0, cut);
}
