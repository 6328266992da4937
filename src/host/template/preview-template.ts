import path from 'node:path';
import * as vscode from 'vscode';
import { configTemplate } from '../../core/template/preview-config-template.ts';
import { templatePlaces, type TemplatePlaces } from '../../core/template/preview-template-place.ts';
import type { TemplateChoice } from './template-choices.ts';
import { readTemplateSource, type TemplateSource } from './template-source.ts';

/** The template of a preview with the place that it was read from: a file or a model folder. */
export interface PreviewTemplate extends TemplateSource {
  readonly place: vscode.Uri;
}

/**
 * Reads the template of a choice as it stands in the editors, also one that is a string of a `tokenizer_config.json` and not saved yet.
 * @param tools whether the row has tools: a model may have a template of its own for them
 * @throws {HumanError} if it is missing or broken
 */
export async function readPreviewTemplate(choice: TemplateChoice, tools: boolean): Promise<PreviewTemplate> {
  const place = choice.uri;
  const source = await readTemplateSource(choice, tools);
  const text = unsavedText(source, place, tools);
  return text === null ? { ...source, place } : { ...source, place, text };
}

function unsavedText(source: TemplateSource, place: vscode.Uri, tools: boolean): string | null {
  const dirty = vscode.workspace.textDocuments.filter((document) => document.isDirty);
  const own = dirty.find(({ uri }) => isSame(uri, source.file));
  if (own !== undefined) return own.getText();
  if (source.file.scheme === 'file' && source.file.path.endsWith('.jinja')) return null;
  const config = dirty.find(({ uri }) => isSame(uri, configOf(place)));
  const name = place.fragment === '' ? null : place.fragment;
  return config === undefined ? null : configTemplate(config.getText(), name, tools);
}

function configOf(place: vscode.Uri): vscode.Uri {
  return path.posix.extname(place.path) === '.json'
    ? place.with({ fragment: '' })
    : vscode.Uri.joinPath(place.with({ fragment: '' }), 'tokenizer_config.json');
}

/** How a document holds the template: as its own text, or in the JSON of its model; null for any other document. */
export function templateInDocument(
  document: vscode.TextDocument,
  template: PreviewTemplate,
): TemplatePlaces | null {
  const holds = isSame(document.uri, template.file) || isSame(document.uri, configOf(template.place));
  return holds ? templatePlaces(document.getText(), template.text) : null;
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
