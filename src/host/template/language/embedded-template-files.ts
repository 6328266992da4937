import * as vscode from 'vscode';
import { replaceEmbedded, type EmbeddedTemplate } from '../../../core/template/language/embedded-template.ts';
import { formatError } from '../../../core/text/format-message.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { editedTemplate } from './edited-template.ts';
import { readConfiguration } from './read-configuration.ts';

/** What an editor holds of a template: the text that it read or wrote last, and the time that it was told. */
interface Held {
  readonly text: string;
  readonly mtime: number;
}

interface Read {
  readonly file: vscode.Uri;
  readonly json: string;
  readonly template: EmbeddedTemplate;
  readonly stat: vscode.FileStat;
}

/** Templates inside of configurations as files. A template has changed when its text has, whatever else is written to its file. */
export class EmbeddedTemplateFiles {
  readonly #held = new Map<string, Held>();
  /** Texts of other programs that a save was refused for once: saved again, they are overwritten. */
  readonly #refusedFor = new Map<string, string>();

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { template, stat } = await told(this.#read(uri));
    const held = this.#held.get(uri.toString());
    const mtime = held?.text === template.text ? held.mtime : stat.mtime;
    return { ...stat, type: vscode.FileType.File, mtime, size: bytesOf(template.text).byteLength };
  }

  async read(uri: vscode.Uri): Promise<Uint8Array> {
    const { template, stat } = await told(this.#read(uri));
    const held = this.#held.get(uri.toString());
    if (held?.text !== template.text)
      this.#held.set(uri.toString(), { text: template.text, mtime: stat.mtime });
    return bytesOf(template.text);
  }

  async write(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await told(this.#write(uri, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)));
  }

  async #write(uri: vscode.Uri, text: string): Promise<void> {
    const { file, json, template, stat } = await this.#read(uri);
    this.#checkUnchanged(uri, file, template.text, stat.mtime);
    try {
      await vscode.workspace.fs.writeFile(file, bytesOf(replaceEmbedded(json, template, text)));
    } catch (cause) {
      const code = cause instanceof vscode.FileSystemError ? cause.code : String(cause);
      throw new HumanError('template-edit.unwritable', { path: file.fsPath, code }, { cause });
    }
    const { mtime } = await vscode.workspace.fs.stat(file);
    this.#held.set(uri.toString(), { text, mtime });
  }

  /** VS Code asks by itself before it overwrites a newer text of another length; one that it cannot tell is refused here, once. */
  #checkUnchanged(uri: vscode.Uri, file: vscode.Uri, current: string, mtime: number): void {
    const key = uri.toString();
    const held = this.#held.get(key);
    if (held === undefined || held.text === current || this.#refusedFor.get(key) === current) return;
    const isSeen = mtime > held.mtime && bytesOf(current).byteLength !== bytesOf(held.text).byteLength;
    if (isSeen) return;
    this.#refusedFor.set(key, current);
    throw new HumanError('template-edit.changed', { path: file.fsPath });
  }

  async #read(uri: vscode.Uri): Promise<Read> {
    const { file, name } = editedTemplate(uri);
    const stat = await vscode.workspace.fs.stat(file);
    const { json, templates } = await readConfiguration(file);
    const template = templates.find((each) => each.name === name);
    if (template === undefined) throw new HumanError('template-edit.gone', { path: file.fsPath, name });
    return { file, json, template, stat };
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Says a sentence of ours in the way that VS Code shows errors of files. */
async function told<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    throw vscode.FileSystemError.Unavailable(formatError(error, displayLanguage()));
  }
}
