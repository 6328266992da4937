/** The header of a GGUF file by hand; every number may be a lie. */
export class GgufHeader {
  readonly #parts: Buffer[] = [];
  readonly #big: boolean;

  constructor({ version = 3, pairs = 1, big = false, magic = 'GGUF' } = {}) {
    this.#big = big;
    this.#parts.push(Buffer.from(magic, 'latin1'));
    this.u32(version).u64(0).u64(pairs);
  }

  u32(value: number): this {
    const part = Buffer.alloc(4);
    if (this.#big) part.writeUInt32BE(value);
    else part.writeUInt32LE(value);
    this.#parts.push(part);
    return this;
  }

  u64(value: number | bigint): this {
    const part = Buffer.alloc(8);
    if (this.#big) part.writeBigUInt64BE(BigInt(value));
    else part.writeBigUInt64LE(BigInt(value));
    this.#parts.push(part);
    return this;
  }

  text(value: string | Buffer): this {
    const bytes = Buffer.from(value as string);
    this.u64(bytes.length);
    this.#parts.push(bytes);
    return this;
  }

  string(key: string, value: string | Buffer): this {
    return this.text(key).u32(8).text(value);
  }

  array(key: string, type: number, count: number | bigint): this {
    return this.text(key).u32(9).u32(type).u64(count);
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
