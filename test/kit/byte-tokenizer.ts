/** Byte-level BPE without merges: every byte is a token. Bytes that are no printable character stand for one behind U+0100. */
export function byteTokenizer(): string {
  const isPrintable = (byte: number): boolean =>
    (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const others = bytes.filter((byte) => !isPrintable(byte));
  const character = (byte: number): string =>
    String.fromCodePoint(isPrintable(byte) ? byte : 256 + others.indexOf(byte));
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false };
  return JSON.stringify({
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(bytes.map((byte) => [character(byte), byte])),
      merges: [],
    },
  });
}
