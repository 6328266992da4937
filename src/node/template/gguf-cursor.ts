import type { FileHandle } from 'node:fs/promises';

/** So much is read at a time, whatever the file says about itself. */
const CHUNK = 64 * 1024;
/** A header that is longer holds no metadata that anybody wrote: the vocabularies of today take 10 MB. */
const LONGEST_HEADER = 128 * 1024 * 1024;

/** What stops the reading of a header. `cut`: it goes on behind the end of the file. */
export class GgufFault extends Error {
  readonly kind: 'cut' | 'broken';
  readonly offset: number;

  constructor(kind: 'cut' | 'broken', offset: number) {
    super(`${kind} at ${offset}`);
    this.kind = kind;
    this.offset = offset;
  }
}

/** Reads a file forwards in chunks: values of either byte order, and jumps that read nothing. */
export class GgufCursor {
  readonly #file: FileHandle;
  readonly #end: number;
  readonly #buffer = Buffer.alloc(CHUNK);
  /** Place of the buffer's first byte in the file. */
  #start = 0;
  #held = 0;
  #at = 0;
  bigEndian = false;

  /** @param size bytes of the file */
  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#end = Math.min(size, LONGEST_HEADER);
  }

  get offset(): number {
    return this.#start + this.#at;
  }

  get remaining(): number {
    return this.#end - this.offset;
  }

  /** Whether the next bytes can be taken without reading. */
  holds(bytes: number): boolean {
    return this.#at + bytes <= this.#held;
  }

  /** Reads on, so that so many bytes (a chunk at most) can be taken. @throws {GgufFault} where the file ends before */
  async fill(bytes: number): Promise<void> {
    if (this.holds(bytes)) return;
    this.#require(bytes);
    this.#buffer.copyWithin(0, this.#at, this.#held);
    this.#start += this.#at;
    this.#held -= this.#at;
    this.#at = 0;
    while (this.#held < bytes) {
      const room = Math.min(CHUNK - this.#held, this.#end - this.#start - this.#held);
      const position = this.#start + this.#held;
      const { bytesRead } = await this.#file.read(this.#buffer, this.#held, room, position);
      if (bytesRead === 0) throw new GgufFault('cut', position);
      this.#held += bytesRead;
    }
  }

  /** Four bytes that `fill` has made sure of. */
  u32(): number {
    const value = this.bigEndian ? this.#buffer.readUInt32BE(this.#at) : this.#buffer.readUInt32LE(this.#at);
    this.#at += 4;
    return value;
  }

  /** Eight bytes that `fill` has made sure of. @throws {GgufFault} for a number that no length or count can be */
  u64(): number {
    const at = this.#at;
    const high = this.bigEndian ? this.#buffer.readUInt32BE(at) : this.#buffer.readUInt32LE(at + 4);
    const low = this.bigEndian ? this.#buffer.readUInt32BE(at + 4) : this.#buffer.readUInt32LE(at);
    if (high > 0x1fffff) throw new GgufFault('broken', this.offset);
    this.#at += 8;
    return high * 2 ** 32 + low;
  }

  /** So many bytes as an unsigned number; `fill` has made sure of them. */
  unsigned(bytes: 1 | 2 | 4 | 8): number {
    if (bytes === 8) return this.u64();
    const value = this.bigEndian
      ? this.#buffer.readUIntBE(this.#at, bytes)
      : this.#buffer.readUIntLE(this.#at, bytes);
    this.#at += bytes;
    return value;
  }

  /** Passes over bytes; those that are not held are not read. @throws {GgufFault} where the file ends before */
  skip(bytes: number): void {
    if (this.holds(bytes)) this.#at += bytes;
    else this.jump(this.offset + bytes);
  }

  /** Goes on at another place. @throws {GgufFault} behind the end of the file */
  jump(offset: number): void {
    if (offset > this.#end) throw new GgufFault('cut', this.offset);
    this.#start = offset;
    this.#held = 0;
    this.#at = 0;
  }

  /** The next bytes as UTF-8. @throws {GgufFault} where they are more than `most`, not there, or no UTF-8 */
  async text(bytes: number, most: number): Promise<string> {
    if (bytes > most) throw new GgufFault('broken', this.offset);
    this.#require(bytes);
    const start = this.offset;
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0;) {
      const part = Math.min(left, CHUNK);
      await this.fill(part);
      parts.push(Buffer.from(this.#buffer.subarray(this.#at, this.#at + part)));
      this.#at += part;
      left -= part;
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
    } catch {
      throw new GgufFault('broken', start);
    }
  }

  #require(bytes: number): void {
    if (bytes > this.remaining) throw new GgufFault('cut', this.offset);
  }
}
