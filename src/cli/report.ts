import { createHash } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DatasetReport } from '../core/dataset/report/dataset-report.ts';
import { pageStyle, reportPage } from '../core/dataset/report/html/report-page.ts';
import { documentOf } from '../core/dataset/report/report-document.ts';
import { ruleTexts } from '../core/dataset/rule-texts.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language, MessageArgs } from '../core/text/message.ts';
import { configurationFrom } from '../node/dataset/configuration/configurations.ts';
import { FileSurroundings } from '../node/dataset/file-surroundings.ts';
import { reportFile, type ReportOptions } from '../node/dataset/report-file.ts';
import { errorCode } from '../node/files/error-code.ts';
import { trainingOfRecipe, type RecipeTraining } from '../node/tokens/training-of-recipe.ts';
import { writeNewFile } from '../node/dataset/write-new-file.ts';
import { asUsage } from './as-usage.ts';
import {
  flag,
  stringOption,
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { readableFile } from './input-file.ts';
import { printReport } from './print-report.ts';
import { ProgressBar } from './progress-bar.ts';
import { stopped } from './stopped.ts';

export const reportCommand: Command = {
  name: 'report',
  summary: 'what a dataset file holds, as one HTML file',
  help: `Usage: tuning-fork report FILE --out report.html [OPTION…]

Reads a dataset file with all rules, the slow ones included, and writes a report: findings, lengths, turns, roles, scripts,
registers of Korean, duplicates, contradictory answers, secrets and personal data (never their values), words about groups of
people to be reviewed, what would be trained, and the rows behind each number. The HTML file stands alone: it loads nothing,
runs no script, and is fit to print.

  --recipe RECIPE       count what this recipe would train on: tokens and trained tokens of each row as TRL 1.16 prepares them,
                        what max_length cuts, rows that are dropped and rows at which TRL stops; the model's tokenizer must be on
                        this computer. Without it the report counts characters, and says so
  --out FILE            where the report goes; with --format json it may be left out
  --force               write over FILE if it is there
  --format pretty|json  what is printed: a summary, or the whole report as JSON
  --lang en|ko          language of the report

What a tuning-fork.yaml ignores (tuning-fork lint --help) is listed with its reasons and counted nowhere else.
Exit 0 when the report was made, whatever it says of the file; tuning-fork lint judges. 1 where --recipe is given and tokens could
not be counted: the report is made all the same, and says why.

Example: tuning-fork report data/train.jsonl --recipe recipe.sft.yaml --out report.html
`,
  options: { recipe: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
  formats: ['pretty', 'json'],
  run: runReport,
};

async function runReport(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const { shown, file } = await datasetOf(args, context);
  const isJson = wantsJson(args);
  const out = stringOption(args, 'out');
  if (out === undefined && !isJson) throw misuse('out-missing');
  const force = flag(args, 'force');
  if (out !== undefined) await refuseOutput(out, file, force, context);
  const training = await trainingFor(file, stringOption(args, 'recipe'), context);
  const report = await readReport(file, shown, training, context);
  if (report === null) return stopped(context);
  if (out !== undefined) await write(report, out, force, context);
  if (isJson) await printReport(documentOf(report, context.jsonLanguage), context);
  else await context.out(summaryOf(report, out ?? '', context));
  const { tokens } = report;
  if (training === undefined || tokens?.kind !== 'not-counted') return 0;
  context.note(`report: ${formatMessage(tokens.reason, context.language)}\n`);
  return 1;
}

/** @throws {UsageError} if there is no such recipe */
async function trainingFor(
  file: string,
  recipe: string | undefined,
  context: CommandContext,
): Promise<RecipeTraining | undefined> {
  if (recipe === undefined) return undefined;
  const { cwd, env, now } = context;
  return asUsage(trainingOfRecipe({ recipe, file, cwd, env, now }));
}

/** @throws {UsageError} unless one file is named that can be read */
async function datasetOf({ positionals }: CommandArguments, context: CommandContext) {
  const [shown, ...more] = positionals;
  if (shown === undefined || more.length > 0) throw misuse('one-file');
  const file = await readableFile(shown, context);
  if ((await stat(file)).isDirectory()) throw misuse('one-file');
  return { shown, file };
}

/** Says before the work what would stop it at its end. @throws {UsageError} */
async function refuseOutput(shown: string, input: string, force: boolean, context: CommandContext) {
  const file = path.resolve(context.cwd, shown);
  const there = await stat(file).catch(() => null);
  if (there !== null) {
    const { dev, ino } = await stat(input);
    if (there.dev === dev && there.ino === ino) throw misuse('out-is-data');
    if (there.isDirectory()) throw misuse('out-no-file', { path: shown });
    if (!force) throw misuse('out-exists', { path: shown });
  }
  try {
    await access(path.dirname(file), constants.W_OK);
  } catch (error) {
    throw misuse('out-no-file', { path: shown }, error);
  }
}

async function knownOf(file: string, { cwd }: CommandContext): Promise<NonNullable<ReportOptions['known']>> {
  const configuration = await configurationFrom(cwd, file);
  const choice = { rules: configuration.rules, deep: true };
  const shown = (other: string): string => path.relative(cwd, other).replaceAll(path.sep, '/');
  return { ...configuration, ...(await new FileSurroundings(cwd, shown).of(file, choice)) };
}

/** Null if it was given up. */
async function readReport(
  file: string,
  shown: string,
  training: RecipeTraining | undefined,
  context: CommandContext,
) {
  const bar = new ProgressBar(context.note, context.terminal.err);
  try {
    return await reportFile(file, {
      shownPath: shown,
      signal: context.signal,
      known: await knownOf(file, context),
      ...(training === undefined ? {} : { training }),
      onProgress: (done, total) => bar.showBytes('', done, total),
    });
  } catch (error) {
    if (context.signal.aborted) return null;
    throw error;
  } finally {
    bar.clear();
  }
}

/** @throws {UsageError} if the file cannot be written after all */
async function write(report: DatasetReport, shown: string, force: boolean, context: CommandContext) {
  const digest = createHash('sha256').update(pageStyle).digest('base64');
  const rules = ruleTexts(report.findings.rules.map(({ rule }) => rule));
  const page = reportPage(report, rules, context.language, digest);
  try {
    await writeNewFile(path.resolve(context.cwd, shown), page, force);
  } catch (error) {
    const id = errorCode(error) === 'EEXIST' ? 'out-exists' : 'out-no-file';
    throw misuse(id, { path: shown }, error);
  }
}

function summaryOf(
  { file, findings, tokens }: DatasetReport,
  out: string,
  { language }: CommandContext,
): string {
  const { errors, warnings, infos } = findings;
  const args = { file: file.path, rows: file.rows, errors, warnings, infos };
  const summary = formatMessage({ id: 'dataset.lint.summary', args }, language);
  const written = formatMessage({ id: 'dataset.report.written', args: { path: out } }, language);
  return [summary, ...trainedIn(tokens, language), written].join(' ') + '\n';
}

function trainedIn(tokens: DatasetReport['tokens'], language: Language): string[] {
  if (tokens?.kind !== 'counted') return [];
  const args = { trained: tokens.trained, tokens: tokens.tokens };
  return [formatMessage({ id: `dataset.report.summary.${tokens.use}`, args }, language)];
}

function misuse(id: string, args: MessageArgs = {}, cause?: unknown): UsageError {
  return new UsageError({ id: `dataset.report.${id}`, args }, { cause });
}
