import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import {
  readTrlTemplates,
  trlTemplatesFolder,
  type TrlTemplateFile,
} from '../../node/template/trl-templates.ts';
import { folderOf } from '../kit/workspace-folder.ts';
import { hostInterpreter } from '../python/host-interpreter.ts';

/** The TRL of the Python that the workspace trains with. */
export interface FoundTrl {
  readonly python: string;
  readonly version: string;
  readonly templates: readonly TrlTemplateFile[];
}

/** Looks TRL up when somebody asks for its templates, never by itself: that starts Python. */
export class TrlPackage {
  #found: Promise<FoundTrl | null> | null = null;

  /** Null where no Python with TRL is found. @throws {HumanError} in a workspace that is not trusted */
  async find(): Promise<FoundTrl | null> {
    if (!vscode.workspace.isTrusted) throw new HumanError('host.untrusted');
    this.#found ??= this.#look();
    return this.#found;
  }

  /** The next one to ask looks anew. */
  forget(): void {
    this.#found = null;
  }

  async #look(): Promise<FoundTrl | null> {
    try {
      const { path, packages } = await hostInterpreter(folderOf(undefined));
      const version = packages['trl'];
      const folder = version === undefined ? null : await trlTemplatesFolder(path, process.env);
      const templates = folder === null ? [] : await readTrlTemplates(folder);
      return templates.length === 0 ? null : { python: path, version: version ?? '', templates };
    } catch (error) {
      if (error instanceof HumanError) return null;
      throw error;
    }
  }
}
