import type { TemplateCapabilities } from '../../core/template/sources/template-capabilities.ts';
import { chooseTemplate, readChatTemplates } from '../../node/template/read-chat-templates.ts';
import { readSpecialTokens } from '../../node/template/read-special-tokens.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { TemplateItem } from './template-item.ts';

/** A template that does not end takes longer than this. */
const PATIENCE = { timeoutMs: 10_000 };

/** What templates support, found out in the worker when somebody looks, once for each text with its special tokens. */
export class TemplateProbes {
  readonly #worker: WorkerClient;
  readonly #known = new Map<string, Promise<TemplateCapabilities>>();

  constructor(worker: WorkerClient) {
    this.#worker = worker;
  }

  /** @throws {HumanError} if the template cannot be read any more, or does not end */
  async of({ place, name }: Pick<TemplateItem, 'place' | 'name'>): Promise<TemplateCapabilities> {
    const { text, sha256 } = chooseTemplate(await readChatTemplates(place), { name, tools: false });
    const specialTokens = { ...(await readSpecialTokens(place)) };
    const key = `${sha256} ${JSON.stringify(specialTokens)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#worker.probeTemplate({ template: text, specialTokens }, PATIENCE);
    this.#known.set(key, found);
    found.catch(() => this.#known.delete(key));
    return found;
  }
}
