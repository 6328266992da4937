/** Where the Hub token comes from, in huggingface_hub's order. The token itself is never part of this. */
export interface TokenSource {
  readonly present: boolean;
  /** An environment variable's name, the path of the token file, or null where there is no token. */
  readonly source: string | null;
}

/** huggingface_hub 2.4 utils/_auth.py _clean_token: line ends cut, blank is absent. */
export function isToken(text: string): boolean {
  return text.trim() !== '';
}
