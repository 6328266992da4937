import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of its own for a test, removed at the end of the suite by `remove`. */
export class ScratchFolder {
  readonly path = fs.mkdtempSync(path.join(os.tmpdir(), 'tf-host-'));

  write(name: string, content: string | Uint8Array): string {
    const file = path.join(this.path, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    return file;
  }

  remove(): void {
    fs.rmSync(this.path, { recursive: true, force: true });
  }
}
