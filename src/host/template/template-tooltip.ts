import * as vscode from 'vscode';
import {
  capabilityRows,
  refusalMessage,
  type CapabilityRow,
} from '../../core/template/sources/capability-rows.ts';
import type { TemplateCapabilities } from '../../core/template/sources/template-capabilities.ts';
import type { Message } from '../../core/text/message.ts';
import { say } from '../kit/say.ts';
import type { TemplateItem } from './template-item.ts';

/** Codicons of what a template supports, here and in the view. */
export const verdictIcons: Readonly<Record<CapabilityRow['verdict'], string>> = {
  yes: 'pass',
  partly: 'warning',
  no: 'circle-slash',
  neutral: 'circle-outline',
};

/** A table about a template: where it stands, its hash, and a row for each thing that it supports or not. */
export function templateTooltip(
  item: TemplateItem,
  origin: Message | null,
  found: TemplateCapabilities | null,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(undefined, true);
  const cell = (text: string): string => escaped(text);
  tooltip.appendMarkdown(`**${cell(item.label)}**\n\n|  |  |\n|---|---|\n`);
  const row = (name: Message, value: string): void => {
    tooltip.appendMarkdown(`| ${cell(say(name))} | ${value} |\n`);
  };
  row({ id: 'templates.row.place' }, cell(item.file));
  if (item.sha256 !== null) row({ id: 'templates.row.hash' }, `\`${item.sha256.slice(0, 8)}\``);
  if (item.commit !== null) row({ id: 'templates.row.commit' }, `\`${cell(item.commit.slice(0, 12))}\``);
  if (origin !== null) row({ id: 'templates.row.origin' }, cell(say(origin)));
  if (found?.kind === 'probed')
    for (const { name, value, verdict } of capabilityRows(found))
      row(name, `$(${verdictIcons[verdict]}) ${cell(say(value))}`);
  const refusal = item.fault ?? (found === null ? null : refusalMessage(found));
  if (refusal !== null) tooltip.appendMarkdown(`\n${cell(say(refusal))}`);
  return tooltip;
}

/** Names come from files and models: none of their characters may count as markdown. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-!|<>~&]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, ' ');
}
