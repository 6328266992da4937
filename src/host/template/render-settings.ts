import { localTime } from '../../core/text/local-time.ts';
import type { TemplateSource } from './template-source.ts';

interface RenderSettings {
  readonly template: string;
  readonly specialTokens: Record<string, string>;
  readonly now: string;
}

/** What a request to render or count rows says of the template they are rendered with, besides the rows. */
export function renderSettings({ text, specialTokens }: TemplateSource): RenderSettings {
  return { template: text, specialTokens: { ...specialTokens }, now: localTime(new Date()) };
}
