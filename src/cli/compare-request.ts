import fs from 'node:fs/promises';
import path from 'node:path';
import type { CompareRequest } from '../core/compare/compare-request.ts';
import { parsePromptsFile, type OwnPrompt } from '../core/compare/prompts-file.ts';
import { isRepositoryId } from '../core/hub/repository-id.ts';
import { needsTrust } from '../core/recipe/needs-trust.ts';
import { HumanError } from '../core/text/human-error.ts';
import {
  comparedByDefault,
  compareRequestOfRun,
  type CompareChanges,
} from '../node/compare/compare-request-of-run.ts';
import { comparisonFiles, isThere } from '../node/compare/read-comparison.ts';
import { readRecipe } from '../node/recipe/read-recipe.ts';
import { runFiles } from '../node/run/run-directory.ts';
import { RunStore } from '../node/run/run-store.ts';
import { flag, stringOption, UsageError, type CommandArguments, type CommandContext } from './command.ts';

/**
 * The comparison that a command line asks for: of two models, or of a run, whose directory says most of it.
 * @throws {UsageError} wrong usage, or a path that is not there; {HumanError} a run that cannot be compared, broken prompts
 */
export async function compareRequest(
  args: CommandArguments,
  context: CommandContext,
): Promise<CompareRequest> {
  refuseUnknown(args);
  const after = stringOption(args, 'after');
  if (after === undefined) throw new UsageError({ id: 'cli.compare.after-missing' });
  const changes = await changesOf(args, context);
  const run = (await isFolder(path.resolve(context.cwd, after))) ? null : await runOf(after, context);
  if (run !== null && !flag(args, 'trust')) await refuseUntrusted(run, context.cwd);
  const request =
    run === null
      ? await requestOfModels(await modelOf('after', after, context), changes, context)
      : await compareRequestOfRun(run, context.env, changes);
  if (await isThere(path.join(request.out, comparisonFiles.comparison)))
    throw new UsageError({ id: 'compare.file.taken', args: { path: request.out } });
  return request;
}

function refuseUnknown(args: CommandArguments): void {
  const [unknown] = args.positionals;
  if (unknown !== undefined)
    throw new UsageError({ id: 'cli.compare.unknown-argument', args: { value: unknown } });
  const on = stringOption(args, 'on') ?? 'local';
  if (on === 'jobs')
    throw new UsageError({ id: 'cli.planned-option', args: { command: 'compare', option: 'on jobs' } });
  if (on !== 'local') throw new UsageError({ id: 'cli.compare.bad-on', args: { value: on } });
}

async function changesOf(args: CommandArguments, context: CommandContext): Promise<CompareChanges> {
  const before = stringOption(args, 'before');
  const data = stringOption(args, 'data');
  const out = stringOption(args, 'out');
  const promptsFile = stringOption(args, 'prompts');
  const rows = wholeNumber(args, 'rows', 0);
  const maxNewTokens = wholeNumber(args, 'max-new-tokens', 1);
  const prompts = promptsFile === undefined ? [] : await readPrompts(promptsFile, context);
  return {
    ...(before === undefined ? {} : { before: await modelOf('before', before, context) }),
    ...(data === undefined ? {} : { data: await fileOf(data, context) }),
    ...(out === undefined ? {} : { out: path.resolve(context.cwd, out) }),
    ...(maxNewTokens === null ? {} : { maxNewTokens }),
    // Whoever brings prompts asks those; rows are asked besides where a number of them is given.
    mostAsked: rows ?? (prompts.length > 0 ? 0 : comparedByDefault.mostAsked),
    prompts,
  };
}

async function requestOfModels(
  after: string,
  changes: CompareChanges,
  { cwd }: CommandContext,
): Promise<CompareRequest> {
  const { before = null, data = null, out, prompts = [] } = changes;
  if (out === undefined) throw new UsageError({ id: 'cli.compare.out-missing' });
  if (before === null && !(await isThere(path.join(after, 'adapter_config.json'))))
    throw new UsageError({ id: 'cli.compare.before-missing' });
  if (data === null && prompts.length === 0) throw new UsageError({ id: 'cli.compare.nothing-to-ask' });
  return {
    version: 1,
    folder: cwd,
    run: null,
    recipe: null,
    before,
    after,
    data,
    trainingData: [],
    ...comparedByDefault,
    seed: 0,
    stay: false,
    addTo: null,
    ...changes,
    out,
    prompts,
  };
}

/** A run's recipe may bring code and variables of its own; a folder that was only cloned may hold runs as well. */
async function refuseUntrusted(run: string, cwd: string): Promise<void> {
  const { recipe } = await readRecipe(path.join(run, runFiles.recipe), cwd);
  const parts = recipe === null ? [] : needsTrust(recipe.settings);
  if (parts.length === 0) return;
  throw new UsageError({ id: 'run.trust', args: { what: parts.join(', ') } });
}

/** Directory of the run that a text names; null if it names none. */
async function runOf(text: string, { cwd }: CommandContext): Promise<string | null> {
  try {
    return await new RunStore(cwd).find(text);
  } catch (error) {
    if (error instanceof HumanError && error.detail.id === 'run.unknown') return null;
    throw error instanceof HumanError ? new UsageError(error.detail, { cause: error }) : error;
  }
}

/** A folder as its absolute path, a name on the Hub as it is. */
async function modelOf(option: 'before' | 'after', text: string, { cwd }: CommandContext): Promise<string> {
  const folder = path.resolve(cwd, text);
  if (await isFolder(folder)) return folder;
  // `./out` and `/models/x` can only be meant as folders.
  if (isRepositoryId(text) && text.includes('/') && !/^[./]/.test(text)) return text;
  throw new UsageError({ id: `cli.compare.no-such-${option}`, args: { value: text } });
}

async function fileOf(text: string, { cwd }: CommandContext): Promise<string> {
  const file = path.resolve(cwd, text);
  const stat = await fs.stat(file).catch(() => null);
  if (stat?.isFile() !== true) throw new UsageError({ id: 'cli.compare.no-such-file', args: { path: text } });
  return file;
}

async function readPrompts(text: string, context: CommandContext): Promise<OwnPrompt[]> {
  const file = await fileOf(text, context);
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    throw new UsageError({ id: 'cli.compare.not-read', args: { path: text } }, { cause: error });
  }
  return parsePromptsFile(text, bytes);
}

function wholeNumber(args: CommandArguments, name: string, least: number): number | null {
  const text = stringOption(args, name);
  if (text === undefined) return null;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value;
  throw new UsageError({ id: 'cli.compare.bad-number', args: { option: name, least, value: text } });
}

async function isFolder(folder: string): Promise<boolean> {
  const stat = await fs.stat(folder).catch(() => null);
  return stat?.isDirectory() ?? false;
}
