import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { notWritten } from './not-written.ts';
import { partPath } from './part-path.ts';
import type { Move } from './replacement.ts';
import { writtenPlace } from './written-place.ts';

const BUFFER = 1 << 20;
const LINE_END = Uint8Array.of(0x0a);

/**
 * A file that is being written beside the place that it will have, so that nothing half-written is ever there. Writing waits for the disk:
 * who reads a file and writes another never runs ahead. It gets the mode, and if that is allowed the owner, of the file whose place it takes.
 */
export class PartFile {
  readonly target: string;
  readonly #part: string;
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  readonly #buffer = new Uint8Array(BUFFER);
  #buffered = 0;
  #bytes = 0;
  #lines = 0;
  #isOpen = true;

  /**
   * @param like the file that says mode and owner, if it is there
   * @throws the error of the file system where the folder is not there or may not be written to
   */
  constructor(target: string, like = target) {
    this.target = target;
    this.#part = partPath(target);
    const model = fs.statSync(like, { throwIfNoEntry: false });
    // who may not read that file reads none of its rows here either
    this.#descriptor = fs.openSync(this.#part, 'wx', model?.isFile() === true ? model.mode & 0o777 : 0o666);
    if (model?.isFile() === true) giveRights(this.#descriptor, model);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get lines(): number {
    return this.#lines;
  }

  /** @throws {HumanError} where the disk takes no more */
  writeLine(line: Uint8Array): void {
    this.#write(line);
    this.#write(LINE_END);
    this.#lines += 1;
  }

  /** @throws {HumanError} where the disk takes no more */
  write(content: string | Uint8Array): void {
    this.#write(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** All is on the disk, though not in its place yet; gives the digest of the bytes in hexadecimal. */
  close(): string {
    this.#flush();
    this.#onDisk(() => fs.fsyncSync(this.#descriptor));
    this.#closeDescriptor();
    return this.#hash.digest('hex');
  }

  /** What puts it into its place: that of the file that a link leads to. */
  get move(): Move {
    return { from: this.#part, to: writtenPlace(this.target), target: this.target };
  }

  /** Leaves nothing behind; harmless when it is in its place. */
  abandon(): void {
    this.#closeDescriptor();
    fs.rmSync(this.#part, { force: true });
  }

  #write(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#buffered + bytes.length > BUFFER) this.#flush();
    if (bytes.length > BUFFER) {
      this.#toDisk(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#buffered);
    this.#buffered += bytes.length;
  }

  #flush(): void {
    this.#toDisk(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }

  #toDisk(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#onDisk(() => {
      for (let at = 0; at < bytes.length;) at += fs.writeSync(this.#descriptor, bytes, at);
    });
  }

  #onDisk(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw notWritten(this.target, error);
    }
  }

  #closeDescriptor(): void {
    if (this.#isOpen) fs.closeSync(this.#descriptor);
    this.#isOpen = false;
  }
}

/** As far as the file system and the rights of this process go. */
function giveRights(descriptor: number, { uid, gid, mode }: fs.Stats): void {
  const own = fs.fstatSync(descriptor);
  try {
    if (own.uid !== uid || own.gid !== gid) fs.fchownSync(descriptor, uid, gid);
  } catch {
    // the file of somebody else
  }
  try {
    // after the owner, whose change may take bits away; the umask has taken some already
    fs.fchmodSync(descriptor, mode & 0o777);
  } catch {
    // a file system without modes
  }
}
