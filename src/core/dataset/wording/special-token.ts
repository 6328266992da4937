/** Texts that tokenizers of common models make into special tokens. */
export const SPECIAL_TOKEN =
  /<\|[A-Za-z0-9_ .:/-]{1,40}\|>|<\uff5c[A-Za-z0-9_\u2581 .:/-]{1,40}\uff5c>|<\/?s>|<(?:bos|eos|start_of_turn|end_of_turn)>|\[\/?INST\]/g;
