import * as v from 'valibot';
import * as vscode from 'vscode';

/** Documents that are the string of a chat template inside a `tokenizer_config.json`. */
export const editScheme = 'tuning-fork-template-edit';

/** Which string of which file a document is. */
export interface EditedTemplate {
  readonly file: vscode.Uri;
  readonly name: string;
}

const query = v.object({ scheme: v.string(), name: v.string() });

/** The document of a template: its path ends as those of chat templates do, so that it is edited as one. */
export function editUri({ file, name }: EditedTemplate): vscode.Uri {
  const entry =
    name === 'default' ? 'chat_template.jinja' : `${encodeURIComponent(name)}.chat_template.jinja`;
  return vscode.Uri.from({
    scheme: editScheme,
    authority: file.authority,
    path: `${file.path}/${entry}`,
    query: JSON.stringify({ scheme: file.scheme, name }),
  });
}

/** @throws vscode.FileSystemError for a document that is none of ours */
export function editedTemplate(uri: vscode.Uri): EditedTemplate {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), query), uri.query);
  if (!parsed.success) throw vscode.FileSystemError.FileNotFound(uri);
  const { scheme, name } = parsed.output;
  const path = uri.path.slice(0, uri.path.lastIndexOf('/'));
  return { name, file: vscode.Uri.from({ scheme, authority: uri.authority, path }) };
}
