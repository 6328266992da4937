import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ConversionTarget } from '../../../core/dataset/prepare/convert/example.ts';
import type { ConversionPreview, SourceColumn } from '../../../core/dataset/prepare/preview/row-preview.ts';
import type {
  ColumnSettings,
  Preparation,
  Prepared,
  PreparingProgress,
} from '../../../core/dataset/prepare/preparation.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { unreachable } from '../../../core/text/unreachable.ts';
import type { PreparingThread } from '../../../node/worker/preparing-thread.ts';
import { say } from '../../kit/say.ts';
import type { Preparations } from './preparations.ts';
import { withShownPaths } from './with-shown-paths.ts';
import { tellPrepared } from './tell-prepared.ts';

/** Work that ends sooner shows no progress, which would only flash: and of more than three notifications in 800 ms VS Code shows none. */
const SHORT_MS = 300;

export type Found = Extract<Prepared, { kind: 'found' }>;

/** One command on one dataset, from the first question to the last sentence. */
export class PrepareSession {
  readonly dataset: vscode.Uri;
  readonly #thread: PreparingThread;
  readonly preparations: Preparations;
  readonly #onError: (error: unknown) => void;

  constructor(
    dataset: vscode.Uri,
    thread: PreparingThread,
    preparations: Preparations,
    onError: (error: unknown) => void,
  ) {
    this.dataset = dataset;
    this.#thread = thread;
    this.preparations = preparations;
    this.#onError = onError;
  }

  get input(): string {
    return this.dataset.fsPath;
  }

  get name(): string {
    return path.basename(this.input);
  }

  get version(): string {
    return this.preparations.version;
  }

  /** The columns of the first rows. @throws {HumanError} where they cannot be read */
  columns(): Promise<SourceColumn[]> {
    return withShownRefusal(this.#thread.columnsOf(this.input));
  }

  /** What the first rows become. @throws {HumanError} where they cannot be read */
  previewConversion(to: ConversionTarget, map: ColumnSettings): Promise<ConversionPreview> {
    return withShownRefusal(this.#thread.previewConversion({ input: this.input, to, map }));
  }

  /** Says what would become of the rows; null if the user gives it up. @throws {HumanError} where it cannot be done */
  async find(asked: Preparation): Promise<Found | null> {
    const outcome = await this.#run(asked, say('prepare.progress.look', { file: this.name }));
    return outcome.kind === 'found' ? outcome : null;
  }

  /** Makes the new files and tells of them. @throws {HumanError} where it cannot be done: nothing is written then */
  async write(asked: Preparation): Promise<void> {
    const outcome = await this.#run(asked, say('prepare.progress.write', { file: this.name }));
    if (outcome.kind === 'written') void tellPrepared(outcome).catch(this.#onError);
  }

  async #run(asked: Preparation, title: string): Promise<Exclude<Prepared, { kind: 'refused' }>> {
    const controller = new AbortController();
    let bar: ShownProgress | undefined;
    const work = this.#thread.prepare(asked, {
      signal: controller.signal,
      onProgress: (each) => bar?.show(each),
    });
    if (!(await endsWithin(SHORT_MS, work))) {
      const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
      await vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => controller.abort());
        bar = new ShownProgress(progress);
        return work;
      });
    }
    const outcome = await work;
    switch (outcome.kind) {
      case 'refused': {
        const { id, args } = withShownPaths(outcome.message);
        throw new HumanError(id, args);
      }
      case 'stopped':
        void vscode.window.showInformationMessage(say('prepare.stopped'));
        return outcome;
      case 'found':
      case 'written':
        return outcome;
      default:
        return unreachable(outcome);
    }
  }
}

function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, wait(milliseconds, false)]);
}

/** A refusal names its file as the workspace names it. */
async function withShownRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    const { id, args } = withShownPaths(error.detail);
    throw new HumanError(id, args, { cause: error });
  }
}

/** A bar that begins anew with each phase would jump back: it only says where the bytes are. */
class ShownProgress {
  readonly #progress: vscode.Progress<{ message?: string }>;

  constructor(progress: vscode.Progress<{ message?: string }>) {
    this.#progress = progress;
  }

  show({ phase, done, total }: PreparingProgress): void {
    const name = { id: `prepare.phase.${phase}` };
    const args = { name, done: megabytes(done), total: megabytes(total) };
    const message = say('prepare.progress', args);
    this.#progress.report({ message });
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
