import fs from 'node:fs/promises';
import path from 'node:path';
import { defaultTimeoutSeconds, timeoutText } from '../core/recipe/job-choice.ts';
import { pythonScript } from '../core/recipe/python-script.ts';
import type { Recipe } from '../core/recipe/recipe.ts';
import { jobLine, launchLine, localLine, type NamedRecipe } from '../core/recipe/shell-command.ts';
import { asciiSlug } from '../core/run/run-id.ts';
import { formatError, formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import { errorCode } from '../node/files/error-code.ts';
import { localInputs } from '../node/recipe/local-inputs.ts';
import { readRecipe, type ReadRecipe } from '../node/recipe/read-recipe.ts';
import { asUsage } from './as-usage.ts';
import {
  stringOption,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { whereHelp, whereOf, whereOptions } from './where.ts';

const planned = new Set(['new', 'check', 'schema']);

/** `tuning-fork recipe`: the same training without the product. */
export const recipeCommand: Command = {
  name: 'recipe',
  summary: 'a recipe as a Python script or as a line for the shell: script, command',
  help: `Usage: tuning-fork recipe script RECIPE [--out FILE]
       tuning-fork recipe command RECIPE [--on local|jobs --flavor NAME --timeout TIME]

The same training without this product.

  script     a Python script for TRL's SFTTrainer with the recipe's losses; the line that starts it stands at its top.
             --out FILE writes it to a file that is not there yet
  command    the trl sft line, or with --on jobs the hf jobs line

Options of command:
${whereHelp}

Exit code: 0 done, 1 the recipe has errors, 2 there is no such recipe or the file is there already.

Example: tuning-fork recipe script recipe.sft.yaml --out train.py
`,
  options: { out: { type: 'string' }, ...whereOptions },
  formats: ['pretty'],
  async run(args, context) {
    const [action, recipePath, ...more] = args.positionals;
    if (action === undefined) throw new UsageError({ id: 'cli.recipe.no-action' });
    if (planned.has(action))
      throw new UsageError({ id: 'cli.planned-action', args: { command: 'recipe', action } });
    const act = actions[action];
    if (act === undefined) throw new UsageError({ id: 'cli.recipe.no-such-action', args: { action } });
    if (recipePath === undefined || more.length > 0) {
      throw new UsageError({ id: 'cli.one-recipe', args: { command: `recipe ${action}`, help: 'recipe' } });
    }
    const read = await asUsage(readRecipe(recipePath, context.cwd));
    if (!isSound(read)) return tellFaults(recipePath, read, context);
    return act({ recipePath, read, recipe: read.recipe, args, context });
  },
};

interface Request {
  readonly recipePath: string;
  readonly read: ReadRecipe;
  readonly recipe: Recipe;
  readonly args: CommandArguments;
  readonly context: CommandContext;
}

const actions: Readonly<Record<string, (request: Request) => Promise<ExitCode>>> = { script, command };

async function script({ recipePath, read, recipe, args, context }: Request): Promise<ExitCode> {
  const out = stringOption(args, 'out');
  const names = { recipe: path.basename(recipePath), script: out ?? `${read.name}.py` };
  try {
    const text = pythonScript(recipe, names);
    if (out === undefined) await context.out(text);
    else await writeNew(out, text, recipe, context);
    return 0;
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    context.note(`${formatError(error, context.language)}\n`);
    return 1;
  }
}

async function writeNew(out: string, text: string, recipe: Recipe, context: CommandContext): Promise<void> {
  try {
    await fs.writeFile(path.resolve(context.cwd, out), text, { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    const id = code === 'EEXIST' ? 'cli.recipe.out-exists' : 'cli.recipe.not-written';
    throw new UsageError({ id, args: { path: out, code } }, { cause: error });
  }
  context.note(`${launchLine(recipe, out)}\n`);
}

async function command({ recipePath, read, recipe, args, context }: Request): Promise<ExitCode> {
  const named: NamedRecipe = { path: recipePath, text: read.text, recipe };
  const where = whereOf('recipe command', args);
  if (where.on === 'local') {
    await context.out(`${localLine(named)}\n`);
    return 0;
  }
  const { flavor, timeoutSeconds } = where.choice;
  if (flavor === null) {
    throw new UsageError({ id: 'cli.recipe.no-flavor' });
  }
  const timeout = timeoutText(timeoutSeconds ?? defaultTimeoutSeconds);
  const inputs = await localInputs(recipe.settings, context.cwd);
  const { line, notes } = jobLine(named, { flavor, timeout, repository: asciiSlug(read.name), inputs });
  const comments = notes.map((note) => `# ${formatMessage(note, context.language)}\n`);
  await context.out(`${comments.join('')}${line}\n`);
  return 0;
}

function isSound(read: ReadRecipe): read is ReadRecipe & { readonly recipe: Recipe } {
  return read.recipe !== null && read.findings.every((finding) => finding.severity !== 'error');
}

function tellFaults(recipePath: string, { findings }: ReadRecipe, context: CommandContext): ExitCode {
  for (const { id, args, severity, range } of findings) {
    if (severity !== 'error') continue;
    context.note(`${recipePath}:${range.line}: ${formatMessage({ id, args }, context.language)}\n`);
  }
  return 1;
}
