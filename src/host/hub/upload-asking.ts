import * as vscode from 'vscode';
import { uploadMessages } from '../../core/hub/upload-messages.ts';
import { doneSentence, leavingLines, type UploadTarget } from '../../core/hub/upload-words.ts';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { asciiSlug } from '../../core/run/run-id.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { formatError } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { freeRepositoryName } from '../../node/hub/free-repository-name.ts';
import type { HubConnection } from '../../node/hub/hub-connection.ts';
import { prepareUpload, type PreparedUpload, type UploadWish } from '../../node/hub/prepare-upload.ts';
import { uploadRun, uploadTarget, type UploadedRun } from '../../node/hub/upload-run.ts';
import { whoAmI } from '../../node/hub/who-am-i.ts';
import { displayLanguage } from '../kit/settings.ts';
import { say } from '../kit/say.ts';
import { directoryOf } from '../runs/choose-run.ts';
import type { WorkspaceRun } from '../runs/run-stores.ts';
import type { HubStatus } from './hub-status.ts';

// What this feature alone has to say: the start of the extension does not carry it.
addSentences(uploadMessages);

/**
 * Asks for name and visibility, shows what leaves, and uploads a run.
 * @param onError what fails after the upload is done is told here
 */
export async function uploadAsking(
  run: WorkspaceRun,
  connection: HubConnection,
  status: HubStatus,
  onError: (error: unknown) => void,
): Promise<void> {
  const id = await askName(run, connection);
  if (id === undefined) return;
  const prepared = await prepare({ directory: directoryOf(run), id });
  if (prepared === undefined) return;
  const isPrivate = await askVisibility();
  if (isPrivate === undefined) return;
  const target = await uploadTarget(connection, id, isPrivate);
  if (!(await confirmed(prepared, target, await status.isSimulated()))) return;
  const work = (signal: AbortSignal, report: Report): Promise<UploadedRun> =>
    uploadRun(connection, prepared, {
      private: isPrivate,
      signal,
      onProgress: ({ phase, done, total }) => report(say(`upload.phase.${phase}`), done, total),
    });
  await withUploadProgress(prepared, connection.endpoint, work, onError);
}

/** A name that is free is offered; another, of a repository that exists too, can be written. */
async function askName(run: WorkspaceRun, connection: HubConnection): Promise<string | undefined> {
  const { name } = await whoAmI(connection);
  const wanted = `${name}/${asciiSlug(run.status.summary.name)}`;
  const value = await freeRepositoryName(connection, { type: 'model', id: wanted });
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Upload to which repository?'),
    value,
    valueSelection: [name.length + 1, value.length],
    ignoreFocusOut: true,
    validateInput: (text) => (isFullId(text) ? undefined : say('upload.bad-name', { name: text })),
  });
}

function isFullId(text: string): boolean {
  return text.includes('/') && isRepositoryId(text);
}

/** An adapter on a folder needs the name that its model has at the Hub. */
async function prepare(wish: UploadWish): Promise<PreparedUpload | undefined> {
  try {
    return await prepareUpload(wish);
  } catch (error) {
    if (!(error instanceof HumanError) || error.detail.id !== 'upload.local-base') throw error;
    const baseModel = await vscode.window.showInputBox({
      title: vscode.l10n.t('Which model at the Hub was trained on?'),
      prompt: say('upload.ask-base', error.detail.args),
      placeHolder: 'HuggingFaceTB/SmolLM2-135M-Instruct',
      ignoreFocusOut: true,
      validateInput: (text) => (isFullId(text) ? undefined : say('upload.bad-name', { name: text })),
    });
    return baseModel === undefined ? undefined : prepareUpload({ ...wish, baseModel });
  }
}

async function askVisibility(): Promise<boolean | undefined> {
  const picks = [
    { label: `$(lock) ${say('upload.private')}`, isPrivate: true },
    { label: `$(globe) ${say('upload.public')}`, isPrivate: false },
  ];
  const title = vscode.l10n.t('Who can read the repository?');
  return (await vscode.window.showQuickPick(picks, { title, ignoreFocusOut: true }))?.isPrivate;
}

async function confirmed(
  prepared: PreparedUpload,
  target: UploadTarget,
  simulated: boolean,
): Promise<boolean> {
  const lines = leavingLines(prepared, target, displayLanguage());
  const detail = [...(simulated ? [say('hub.simulated'), ''] : []), ...lines].join('\n');
  const go = vscode.l10n.t('Upload');
  const question = vscode.l10n.t('Upload these files to {0}?', prepared.id);
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, go)) === go;
}

type Report = (phase: string, done: number, total: number) => void;

/**
 * What became of it is told before the progress goes: VS Code does not show a message that comes right after a progress that was
 * there for a moment only.
 */
async function withUploadProgress(
  { folder }: PreparedUpload,
  endpoint: string,
  work: (signal: AbortSignal, report: Report) => Promise<UploadedRun>,
  onError: (error: unknown) => void,
): Promise<void> {
  const title = vscode.l10n.t('Uploading to {0}', endpoint);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      try {
        const uploaded = await work(stop.signal, (phase, done, total) =>
          progress.report({ message: `${phase} ${Math.floor((100 * done) / Math.max(1, total))} %` }),
        );
        void tellUploaded(uploaded).catch(onError);
      } catch (error) {
        if (!stop.signal.aborted && !(error instanceof HumanError)) throw error;
        const why = stop.signal.aborted ? say('upload.given-up') : formatError(error, displayLanguage());
        void vscode.window.showErrorMessage(`${why} ${say('upload.still-here', { folder })}`);
      }
    },
  );
}

async function tellUploaded(uploaded: UploadedRun): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  const done = say(doneSentence(uploaded));
  const choice = await vscode.window.showInformationMessage(done, open);
  if (choice === open) await vscode.env.openExternal(vscode.Uri.parse(uploaded.url));
}
