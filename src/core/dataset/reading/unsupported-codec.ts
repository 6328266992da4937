/** Thrown for a file that is intact but compressed in a way that is not read. */
export class UnsupportedCodec extends Error {
  /** As its format calls it, such as LZO. */
  readonly codec: string;

  constructor(codec: string) {
    super(`compressed with ${codec}`);
    this.codec = codec;
  }
}
