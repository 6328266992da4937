import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { provenance, type Provenance } from '../../../src/core/dataset/prepare/provenance.ts';
import { provenancePath } from '../../../src/node/dataset/prepare/provenance-path.ts';

/** A folder in which files are prepared. */
export class PrepareFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'tuning-fork-prepare-'));

  /** Makes the folders of the file as well; gives its absolute path. */
  put(name: string, content: string): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Rows of one text each, `a0`, `a1`, …; gives the file's content. */
  putRows(name: string, count: number, letter = 'a'): string {
    const content = Array.from({ length: count }, (_, n) => `{"text": "${letter}${n}"}\n`).join('');
    this.put(name, content);
    return content;
  }

  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  /** The lines of a file whose last one ends. */
  linesOf(name: string): string[] {
    return this.read(name).split('\n').slice(0, -1);
  }

  sha256Of(name: string): string {
    return createHash('sha256').update(this.read(name)).digest('hex');
  }

  /** The note beside a prepared file. */
  noteOf(name: string): Provenance {
    return v.parse(provenance, JSON.parse(this.read(provenancePath(name))));
  }

  names(): string[] {
    return readdirSync(this.path).toSorted();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
