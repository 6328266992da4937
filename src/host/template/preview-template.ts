import path from 'node:path';
import * as vscode from 'vscode';
import { configTemplate } from '../../core/template/preview-config-template.ts';
import { templatePlaces, type TemplatePlaces } from '../../core/template/preview-template-place.ts';
import { editedTemplate, editScheme } from './language/edited-template.ts';
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
  const name = place.fragment === '' ? null : place.fragment;
  const names = name === null ? [...(tools ? ['tool_use'] : []), 'default'] : [name];
  for (const wanted of names) {
    const edited = dirty.find(({ uri }) => editedName(uri, place) === wanted);
    if (edited !== undefined) return edited.getText();
  }
  const config = dirty.find(({ uri }) => isSame(uri, configOf(place)));
  return config === undefined ? null : configTemplate(config.getText(), name, tools);
}

/** Name of the template that a document of *Edit Template* edits in the configuration of a place; null for any other document. */
function editedName(document: vscode.Uri, place: vscode.Uri): string | null {
  if (document.scheme !== editScheme) return null;
  const { file, name } = editedTemplate(document);
  return isSame(file, configOf(place)) ? name : null;
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
  const { uri } = document;
  const holds =
    isSame(uri, template.file) ||
    isSame(uri, configOf(template.place)) ||
    editedName(uri, template.place) !== null;
  return holds ? templatePlaces(document.getText(), template.text) : null;
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
