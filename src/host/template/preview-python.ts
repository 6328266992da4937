import * as vscode from 'vscode';
import { pythonSnippet, type PythonSnippetOptions } from '../../core/template/python-snippet.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { PreviewTemplate } from './preview-template.ts';

/** The Python source that gives the text on show: files are named as they are seen from the workspace folder. */
export function previewSnippet(request: RenderRequest, template: PreviewTemplate): string {
  return pythonSnippet({
    request,
    model: template.tokenizer === null ? null : pathOf(vscode.Uri.file(template.tokenizer)),
    template: templateOf(template),
    language: displayLanguage(),
  });
}

/** A file that is not saved has another text than Python would read. */
function templateOf({ file, place, tokenizer }: PreviewTemplate): PythonSnippetOptions['template'] {
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === file.toString(),
  );
  if (isOpen) return { kind: 'text' };
  if (place.fragment === '' && place.fsPath === tokenizer) return { kind: 'model' };
  return file.scheme === 'file' ? { kind: 'file', path: pathOf(file) } : { kind: 'text' };
}

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
