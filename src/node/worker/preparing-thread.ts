import { prepareCalls, prepareOwnerCalls } from '../../core/protocol/prepare-contract.ts';
import type {
  ColumnSettings,
  Preparation,
  Prepared,
  PreparingProgress,
} from '../../core/dataset/prepare/preparation.ts';
import type { ConversionTarget } from '../../core/dataset/prepare/convert/example.ts';
import type { ConversionPreview, SourceColumn } from '../../core/dataset/prepare/preview/row-preview.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { provenancePath } from '../dataset/prepare/provenance-path.ts';
import { removePartsOf } from '../files/part-path.ts';
import { outputsOf, type Preparing } from '../dataset/prepare/preparing.ts';
import { ContractThread } from './contract-thread.ts';

/** A thread of its own for one user who prepares a file: looks at its first rows, then makes new files, one after the other. */
export class PreparingThread implements Disposable {
  readonly #thread: ContractThread<typeof prepareCalls, typeof prepareOwnerCalls>;
  #onProgress: Preparing['onProgress'] = () => undefined;

  /** @param script `places.worker` */
  constructor(script: string) {
    const preparingProgress = (progress: PreparingProgress): undefined => {
      this.#onProgress(progress);
      return undefined;
    };
    const owner = { preparingProgress };
    this.#thread = new ContractThread(script, { calls: prepareCalls, ownerCalls: prepareOwnerCalls, owner });
  }

  /** What columns the first rows have. @throws {HumanError} where they cannot be read */
  async columnsOf(input: string): Promise<SourceColumn[]> {
    return readOrThrow(await this.#thread.call('columnsOf', { input }));
  }

  /** What the first rows become. @throws {HumanError} where they cannot be read */
  async previewConversion(asked: {
    readonly input: string;
    readonly to: ConversionTarget;
    readonly map: ColumnSettings;
  }): Promise<ConversionPreview> {
    return readOrThrow(await this.#thread.call('previewConversion', { ...asked, map: [...asked.map] }));
  }

  /** Nothing is left behind of what was given up. @throws {HumanError} if the thread ends first: nothing is left behind then either. */
  async prepare(asked: Preparation, { signal, onProgress }: Preparing): Promise<Prepared> {
    if (signal.aborted) return { kind: 'stopped' };
    this.#onProgress = onProgress;
    const stop = (): void => void this.#thread.call('stopPreparing', undefined).catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await this.#thread.call('prepare', asked);
    } catch (error) {
      await this.#removeParts(asked);
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#onProgress = () => undefined;
    }
  }

  /** What a thread has left that was ended amid its work; one that lives has taken it away itself. */
  async #removeParts(asked: Preparation): Promise<void> {
    if (!this.#thread.ended) return;
    await this.#thread.exited;
    for (const output of outputsOf(asked)) {
      removePartsOf(output);
      removePartsOf(provenancePath(output));
    }
  }

  /** Ends the thread at once, whatever it does. */
  dispose(): void {
    this.#thread.dispose();
  }
}

function readOrThrow<T>(
  answer:
    | { readonly kind: 'read'; readonly value: T }
    | { readonly kind: 'refused'; readonly message: Message },
): T {
  if (answer.kind === 'read') return answer.value;
  throw new HumanError(answer.message.id, answer.message.args);
}
