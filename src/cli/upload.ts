import path from 'node:path';
import { hubEndpoint } from '../core/hub/hub-endpoint.ts';
import { doneSentence, leavingLines } from '../core/hub/upload-words.ts';
import { formatError, formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Language } from '../core/text/message.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import { HubError } from '../node/hub/hub-error.ts';
import { prepareUpload, type PreparedUpload } from '../node/hub/prepare-upload.ts';
import type { UploadProgress } from '../node/hub/upload-meter.ts';
import { modelUrl, uploadRun, uploadTarget } from '../node/hub/upload-run.ts';
import { RunStore } from '../node/run/run-store.ts';
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
import { asUsage } from './as-usage.ts';
import { printReport } from './print-report.ts';
import { ProgressBar } from './progress-bar.ts';
import { uploadDocument } from './upload-document.ts';

export const uploadCommand: Command = {
  name: 'upload',
  summary: 'model card and upload of what a run made; private by default',
  help: `Usage: tuning-fork upload RUN --repo NAMESPACE/NAME [options]

Uploads what a run made to the Hub: the model or adapter, its tokenizer and template, the recipe, a card with the data's summary,
the loss curve, the comparison if there is one. What leaves is printed first. The beginning of a run's id is enough.

  --repo NS/NAME     the repository; it is made where there is none, an existing one gets the files by one commit
  --public           everybody can read it; without this it is private. An existing repository keeps its own visibility
  --base-model ID    the model at the Hub that was trained on, where the run's was a folder of this computer
  --comparison DIR   the comparison to show in the card; by default the newest of this run
  --dry-run          print what would leave, and send nothing
  --format pretty|json

The token is that of the Python client: HF_TOKEN, else the file that "hf auth login" writes.
Exit 0 uploaded; 1 refused or not possible (trained and saved, not uploaded); 2 wrong usage, no such run, no permission.

Example: tuning-fork upload 20261124-0930 --repo me/night-train-conductor --base-model HuggingFaceTB/SmolLM2-135M-Instruct
`,
  options: {
    repo: { type: 'string' },
    public: { type: 'boolean' },
    'base-model': { type: 'string' },
    comparison: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  async run(args, context) {
    const prepared = await prepare(args, context);
    return flag(args, 'dry-run') ? showOnly(prepared, args, context) : send(prepared, args, context);
  },
};

async function prepare(args: CommandArguments, context: CommandContext): Promise<PreparedUpload> {
  const [run, ...more] = args.positionals;
  const id = stringOption(args, 'repo');
  if (run === undefined || more.length > 0) throw new UsageError({ id: 'cli.upload.one-run' });
  if (id === undefined) throw new UsageError({ id: 'cli.upload.no-repository' });
  const directory = await asUsage(new RunStore(context.cwd).find(run));
  const baseModel = stringOption(args, 'base-model');
  const named = stringOption(args, 'comparison');
  const comparison = named === undefined ? undefined : path.resolve(context.cwd, named);
  const prepared = prepareUpload({ directory, id, baseModel, comparison });
  return asUsage(prepared, (message) => message === 'upload.bad-name' || message.startsWith('compare.file.'));
}

/** Nobody is asked: whether the repository exists is not known. */
async function showOnly(
  prepared: PreparedUpload,
  args: CommandArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const url = modelUrl(hubEndpoint(context.env), prepared.id);
  const target = { url, private: !flag(args, 'public'), exists: false };
  if (wantsJson(args)) {
    const report = { ...uploadDocument(prepared, target, context.jsonLanguage), created: null, commit: null };
    await printReport(report, context);
    return 0;
  }
  await context.out(`${leavingLines(prepared, target, context.language).join('\n')}\n`);
  context.note(`${formatMessage({ id: 'upload.dry-run' }, context.language)}\n`);
  return 0;
}

async function send(
  prepared: PreparedUpload,
  args: CommandArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const { language, jsonLanguage, signal } = context;
  const json = wantsJson(args);
  const wantsPrivate = !flag(args, 'public');
  const bar = new ProgressBar(context.note, context.terminal.err);
  try {
    const connection = await connectHub(context.env);
    const target = await uploadTarget(connection, prepared.id, wantsPrivate);
    if (!json) await context.out(`${leavingLines(prepared, target, language).join('\n')}\n`);
    const onProgress = (progress: UploadProgress): void => show(bar, progress, language);
    const uploaded = await uploadRun(connection, prepared, { private: wantsPrivate, signal, onProgress });
    bar.clear();
    const { exists, commit } = uploaded;
    const report = { ...uploadDocument(prepared, uploaded, jsonLanguage), created: !exists, commit };
    const done = formatMessage(doneSentence(uploaded), language);
    await (json ? printReport(report, context) : context.out(`${done}\n`));
    return 0;
  } catch (error) {
    bar.clear();
    return refused(error, prepared, context);
  }
}

/** Whatever became of the upload, the model is where it was. */
function refused(error: unknown, prepared: PreparedUpload, context: CommandContext): ExitCode {
  const givenUp = context.signal.aborted;
  if (!givenUp && !(error instanceof HumanError)) throw error;
  const { language } = context;
  const sentence = givenUp
    ? formatMessage({ id: 'upload.given-up' }, language)
    : formatError(error, language);
  const still = formatMessage({ id: 'upload.still-here', args: { folder: prepared.folder } }, language);
  context.note(`tuning-fork: ${sentence}\n${still}\n`);
  const noPermission =
    (error instanceof HubError && (error.kind === 'signed-out' || error.kind === 'forbidden')) ||
    (error instanceof HumanError && error.detail.id === 'upload.may-not-write');
  return noPermission ? 2 : 1;
}

function show(bar: ProgressBar, { phase, done, total }: UploadProgress, language: Language): void {
  const name = formatMessage({ id: `upload.phase.${phase}` }, language);
  bar.showBytes(name, done, total);
}
