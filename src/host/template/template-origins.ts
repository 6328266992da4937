import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { Message } from '../../core/text/message.ts';

const KEY = 'templates.origins';
const MOST = 200;

const origins = v.record(v.string(), v.object({ id: v.string(), commit: v.string() }));

/** Where template files came from that were got from the Hub. It is kept here and not in the file, whose every character counts. */
export class TemplateOrigins {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  async keep(file: string, id: string, commit: string): Promise<void> {
    const { [file]: _, ...others } = this.#all();
    const kept = [...Object.entries(others), [file, { id, commit }] as const].slice(-MOST);
    await this.#memory.update(KEY, Object.fromEntries(kept));
  }

  /** Null for a file that came from elsewhere. */
  of(file: string): Message | null {
    const origin = this.#all()[file];
    if (origin === undefined) return null;
    return { id: 'templates.origin', args: { id: origin.id, commit: origin.commit.slice(0, 12) } };
  }

  #all(): v.InferOutput<typeof origins> {
    const parsed = v.safeParse(origins, this.#memory.get<unknown>(KEY));
    return parsed.success ? parsed.output : {};
  }
}
