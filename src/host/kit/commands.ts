import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import { toDisposable } from '../../core/lifetime/disposable-store.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { displayLanguage } from './settings.ts';

/** Every command that package.json contributes, by the part of its id after `tuningFork.` (checked by a test). */
export type CommandName =
  | 'openSampleProject'
  | 'previewChatTemplate'
  | 'peekRenderedRow'
  | 'lintDataset'
  | 'openDataset'
  | 'copyDatasetPath'
  | 'useInRecipe'
  | 'importDataset'
  | 'showNextFindings'
  | 'showDatasetReport'
  | 'convertDataset'
  | 'splitDataset'
  | 'deduplicateDataset'
  | 'sampleDataset'
  | 'shuffleDataset'
  | 'mergeDatasets'
  | 'excludeRows'
  | 'openConversations'
  | 'trainHere'
  | 'trainOnJobs'
  | 'fetchResult'
  | 'exportAsPython'
  | 'copyAsCommand'
  | 'showRun'
  | 'stopRun'
  | 'compareBeforeAfter'
  | 'uploadRun'
  | 'setUpPythonEnvironment'
  | 'setUpSample'
  | 'selectInterpreter'
  | 'chooseTemplate'
  | 'previewWithTemplate'
  | 'editTemplate'
  | 'compareTemplates'
  | 'showTrainingVariant'
  | 'getTemplate'
  | 'refreshTemplates'
  | 'addTemplateSource'
  | 'removeTemplateSource'
  | 'copyTemplateText'
  | 'copyTemplateHash'
  | 'refreshDatasets'
  | 'signIn'
  | 'signOut'
  | 'showLog';

/** Registers commands whose failures are always told: a HumanError as its sentence, anything else as a bug, logged with its stack. */
export class CommandRegistry {
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  #isEnding = false;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    context.subscriptions.push(toDisposable(() => (this.#isEnding = true)));
  }

  /** The handler gets what VS Code passes (a resource, a tree item); it has to check it. */
  register(name: CommandName, handler: (argument?: unknown) => unknown): void {
    const run = async (argument?: unknown): Promise<unknown> => {
      try {
        return await handler(argument);
      } catch (error) {
        this.report(error);
        return undefined;
      }
    };
    this.#context.subscriptions.push(vscode.commands.registerCommand(`tuningFork.${name}`, run));
  }

  /** Shows a failure without waiting for the user. What fails because the extension ends is none. */
  report(error: unknown): void {
    if (this.#isEnding) return;
    if (error instanceof HumanError) {
      void vscode.window.showErrorMessage(formatMessage(error.detail, displayLanguage()));
      return;
    }
    this.#log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    const sentence = vscode.l10n.t('Tuning Fork ran into a bug of its own: {0}', String(error));
    void this.#offerLog(sentence, showLog);
  }

  async #offerLog(sentence: string, showLog: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(sentence, showLog);
    if (choice === showLog) this.#log.show();
  }
}

/** The resource that a command was called with (from a menu or a tree), or that of the active editor. */
export function resourceOf(argument: unknown): vscode.Uri | undefined {
  return namedResource(argument) ?? vscode.window.activeTextEditor?.document.uri;
}

/** The resource that a command was called with: itself, or what a tree has at it; undefined where it was called with none. */
export function namedResource(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (argument instanceof vscode.TreeItem && argument.resourceUri !== undefined) return argument.resourceUri;
  const isNode = typeof argument === 'object' && argument !== null && 'uri' in argument;
  return isNode && argument.uri instanceof vscode.Uri ? argument.uri : undefined;
}
