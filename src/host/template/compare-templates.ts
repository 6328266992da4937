import * as vscode from 'vscode';
import { documentOfTemplate } from './template-documents.ts';
import type { TemplateItem } from './template-item.ts';

/** Shows two templates side by side, with what differs. */
export async function compareTemplates(one: TemplateItem, other: TemplateItem): Promise<void> {
  await showDifference(
    { document: documentOfTemplate(one), label: one.label },
    { document: documentOfTemplate(other), label: other.label },
  );
}

interface Side {
  readonly document: vscode.Uri;
  readonly label: string;
}

/** A difference editor of two documents. */
export async function showDifference(left: Side, right: Side): Promise<void> {
  const title = `${left.label} ↔ ${right.label}`;
  await vscode.commands.executeCommand('vscode.diff', left.document, right.document, title);
}
