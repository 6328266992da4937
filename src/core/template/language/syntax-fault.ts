import type { Range } from './variable.ts';

/**
 * What makes a template no template, with its place in the normalised text. `refused` has the words of jinja2; the others are said
 * in words of ours, because they stand elsewhere than where jinja2 notices them.
 */
export type SyntaxFault = Range &
  (
    | { readonly kind: 'refused'; readonly message: string }
    /** `{{` or `{%` without its closing mark. */
    | { readonly kind: 'unclosed-mark'; readonly mark: '{{' | '{%' }
    | { readonly kind: 'unclosed-string' }
    /** The place is the opening tag. */
    | { readonly kind: 'unclosed-tag'; readonly tag: string; readonly closing: string }
    /** An `end…`, `else` or `elif` that belongs to nothing; `open` is the tag that is open there. */
    | { readonly kind: 'stray-tag'; readonly tag: string; readonly open: string | null }
    | { readonly kind: 'unknown-tag'; readonly tag: string; readonly near: string | null }
  );
