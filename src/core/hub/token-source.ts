/** Where the Hub token comes from. The token itself is never part of this. */
export type TokenOrigin =
  | { readonly kind: 'environment'; readonly name: 'HF_TOKEN' | 'HUGGING_FACE_HUB_TOKEN' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'secret-store' }
  | { readonly kind: 'oidc' };

/** Where the Hub token comes from, in huggingface_hub's order. The token itself is never part of this. */
export interface TokenSource {
  readonly present: boolean;
  /** An environment variable's name, the path of the token file, or null where there is no token. */
  readonly source: string | null;
}

/** The token in a text, as huggingface_hub 2.4 utils/_auth.py:292 cleans it: line ends cut, blank is absent. */
export function cleanToken(text: string): string | null {
  return text.replaceAll(/[\r\n]/g, '').trim() || null;
}
