import * as vscode from 'vscode';
import {
  embeddedTemplates,
  type EmbeddedTemplate,
} from '../../../core/template/language/embedded-template.ts';
import { HumanError } from '../../../core/text/human-error.ts';

/** The text of a `tokenizer_config.json` as it is on the disk, and its templates. Throws a HumanError where it is no JSON. */
export async function readConfiguration(
  file: vscode.Uri,
): Promise<{ readonly json: string; readonly templates: readonly EmbeddedTemplate[] }> {
  const json = decode(file, await vscode.workspace.fs.readFile(file));
  const found = embeddedTemplates(json);
  if (!found.ok) throw new HumanError('template-edit.not-json', { path: file.fsPath, line: found.line });
  return { json, templates: found.templates };
}

function decode(file: vscode.Uri, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HumanError('template.not-utf-8', { path: file.fsPath }, { cause });
  }
}
