/** How the window looks in a picture: its theme, the language of Tuning Fork, and its size. */
export interface Look {
  readonly name: string;
  readonly theme: string;
  readonly language: 'en' | 'ko';
  /** Whether the panel has the window for itself, 360 px wide, without side bars. */
  readonly narrow: boolean;
}

const dark = 'Dark Modern';

/** Dark comes first: the pictures of the README are dark. */
export const looks: readonly Look[] = [
  { name: 'dark', theme: dark, language: 'en', narrow: false },
  { name: 'light', theme: 'Light Modern', language: 'en', narrow: false },
  { name: 'hc', theme: 'Default High Contrast', language: 'en', narrow: false },
  { name: 'hc-light', theme: 'Default High Contrast Light', language: 'en', narrow: false },
  { name: 'ko', theme: dark, language: 'ko', narrow: false },
  { name: 'narrow', theme: dark, language: 'en', narrow: true },
];
