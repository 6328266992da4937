import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { templateSha256 } from './read-chat-templates.ts';
import { readTextFile } from './read-text-file.ts';

/** Templates are a few kilobytes each: that is years of them. */
const MOST_KEPT = 200;
/** One that is larger is not kept: its changes are told, not shown. */
const LONGEST = 1024 * 1024;

/** Texts of templates as they were, by their hash: in a folder of its own, the oldest use goes first. */
export class TemplateStore {
  readonly #folder: string;
  readonly #most: number;

  constructor(folder: string, most = MOST_KEPT) {
    this.#folder = folder;
    this.#most = most;
  }

  /** Keeps a text, or makes it the last used if it is kept already. A disk that is full or read-only keeps none. */
  async keep(text: string): Promise<void> {
    if (text.length > LONGEST) return;
    const path = this.#path(templateSha256(text));
    try {
      const now = new Date();
      if (await isThere(path)) return await utimes(path, now, now);
      await mkdir(this.#folder, { recursive: true });
      const part = `${path}.${randomUUID()}.part`;
      await writeFile(part, text);
      await rename(part, path);
      await this.#trim();
    } catch {
      // What cannot be kept is told without its text later.
    }
  }

  /** The text of a hash; null where it is not kept, or was changed on the disk. */
  async text(sha256: string): Promise<string | null> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
    const text = await readTextFile(this.#path(sha256)).catch(() => null);
    return text !== null && templateSha256(text) === sha256 ? text : null;
  }

  async #trim(): Promise<void> {
    const names = await readdir(this.#folder);
    if (names.length <= this.#most) return;
    const paths = names.map((name) => join(this.#folder, name));
    const dated = await Promise.all(paths.map(async (path) => ({ path, time: (await stat(path)).mtimeMs })));
    const oldest = dated.toSorted((a, b) => a.time - b.time).slice(0, names.length - this.#most);
    await Promise.all(oldest.map(({ path }) => rm(path, { force: true })));
  }

  #path(sha256: string): string {
    return join(this.#folder, `${sha256}.jinja`);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
