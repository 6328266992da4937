import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { previewChoices, type PreviewChoices } from '../../core/protocol/preview-contract.ts';
import { trainingSwitches } from '../../core/template/preview-switches.ts';

/** How a preview stands that is opened anew. */
export const newPreview: PreviewChoices = {
  subject: { kind: 'row' },
  switches: trainingSwitches,
  switchesOpen: false,
  matrix: null,
};

const kept = v.pipe(v.string(), v.parseJson(), previewChoices);

/**
 * What was chosen in the preview, for when the window is loaded again. It is a file of its own, because VS Code writes mementos and
 * the state of pages so late that a reload may come first.
 */
export class PreviewMemory {
  readonly #file: string;
  #written: Promise<void> = Promise.resolve();

  /** @param folder of the extension's own files; it is made when something is kept */
  constructor(folder: string) {
    this.#file = path.join(folder, 'preview.json');
  }

  /** The choices that were kept, or those of a new preview where nothing that fits was. */
  async read(): Promise<PreviewChoices> {
    const text = await fs.readFile(this.#file, 'utf8').catch(() => '');
    const choices = v.safeParse(kept, text);
    return choices.success ? choices.output : newPreview;
  }

  /** Keeps choices in place of those before. Rejects if the file cannot be written. */
  keep(choices: PreviewChoices): Promise<void> {
    const write = async (): Promise<void> => {
      await fs.mkdir(path.dirname(this.#file), { recursive: true });
      await fs.writeFile(this.#file, JSON.stringify(choices));
    };
    this.#written = this.#written.then(write, write);
    return this.#written;
  }
}
