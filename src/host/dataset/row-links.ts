import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import type { RowLink } from './row-place.ts';
import type { EditorRow } from './row-renderings.ts';

/** Commands of the links in a row's hover that are not in the palette: they make no sense without a row. */
export const previewRowCommand = 'tuningFork.internal.previewRow';
export const copyRenderedRowCommand = 'tuningFork.internal.copyRenderedRow';

const peekCommand = 'tuningFork.peekRenderedRow';
const chooseCommand = 'tuningFork.chooseTemplate';

/** The only commands that a row's hover may run. */
export const rowLinkCommands: readonly string[] = [
  previewRowCommand,
  peekCommand,
  copyRenderedRowCommand,
  chooseCommand,
];

/** Markdown of the links under a row that is rendered. */
export function renderedRowLinks(row: EditorRow, language: Language): string {
  return [
    previewRowLink(row, language),
    rowLink('inline.peek', peekCommand, row, language),
    rowLink('inline.copy', copyRenderedRowCommand, row, language),
  ].join(' · ');
}

/** Markdown of the link that shows a row in the preview. */
export function previewRowLink(row: EditorRow, language: Language): string {
  return rowLink('inline.preview', previewRowCommand, row, language);
}

/** Markdown of the link to the template picker. */
export function chooseTemplateLink(language: Language): string {
  return `[${formatMessage({ id: 'inline.choose-template' }, language)}](command:${chooseCommand})`;
}

function rowLink(id: string, command: string, { dataset, row }: EditorRow, language: Language): string {
  const argument: RowLink = { dataset: dataset.toString(), line: row - 1 };
  const title = formatMessage({ id }, language);
  return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}
