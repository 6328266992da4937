import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes on disk, named by their SHA-256. */
export class ObjectStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    fs.mkdirSync(directory, { recursive: true });
  }

  has(sha256: string): boolean {
    return fs.existsSync(this.path(sha256));
  }

  path(sha256: string): string {
    return path.join(this.#directory, sha256);
  }

  size(sha256: string): number {
    return fs.statSync(this.path(sha256)).size;
  }

  read(sha256: string): Buffer {
    return fs.readFileSync(this.path(sha256));
  }

  /** Returns the SHA-256. */
  put(bytes: Buffer): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    fs.writeFileSync(this.path(sha256), bytes);
    return sha256;
  }

  /** Keeps what a stream brings if it has the SHA-256 that was promised. Returns the one it has. */
  async putStream(source: Readable, promised: string): Promise<string> {
    const part = await this.putPart(source);
    if (part.sha256 === promised) fs.renameSync(part.path, this.path(promised));
    else fs.rmSync(part.path);
    return part.sha256;
  }

  /** Keeps what a stream brings as a file of its own: a part of a large object. */
  async putPart(source: Readable): Promise<{ readonly path: string; readonly sha256: string }> {
    const temporary = this.path(`${randomUUID()}.part`);
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, hashing, fs.createWriteStream(temporary));
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
    return { path: temporary, sha256: hash.digest('hex') };
  }
}
