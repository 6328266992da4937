import path from 'node:path';
import * as vscode from 'vscode';
import type { CatalogueModel } from '../../core/template/sources/template-catalogue.ts';
import type { Message } from '../../core/text/message.ts';

/** The groups of the Templates view. */
export type TemplateGroup = 'workspace' | 'models' | 'cache' | 'trl' | 'catalogue';

/** A chat template that was found, or a place whose templates cannot be read. */
export interface TemplateItem {
  readonly group: Exclude<TemplateGroup, 'catalogue'>;
  readonly label: string;
  /** Where it stands: a template file, a GGUF file or a model folder, as it may be chosen for a dataset. */
  readonly place: string;
  /** `default`, or another of the names that the place has. */
  readonly name: string;
  /** The file that holds the text. */
  readonly file: string;
  /** SHA-256 of the text; null where it cannot be read. */
  readonly sha256: string | null;
  /** Why it cannot be read. */
  readonly fault: Message | null;
  /** Where a place in the Hub cache comes from. */
  readonly commit: string | null;
  /** The place was added to the view by the user. */
  readonly added: boolean;
}

/** A place as it is chosen for a dataset: a template other than the default is named after `#`. */
export function uriOfPlace(place: string, name: string): vscode.Uri {
  const uri = vscode.Uri.file(place);
  return name === 'default' ? uri : uri.with({ fragment: name });
}

const inCache = /[/\\]models--([^/\\]+)[/\\]snapshots[/\\][^/\\]+(?:[/\\]([^/\\]+))?$/;

/** What a place is called: a model of the Hub cache by its id, anything else by its path in the workspace. */
export function labelOfPlace(place: string): string {
  const cached = inCache.exec(place);
  if (cached === null) return vscode.workspace.asRelativePath(vscode.Uri.file(place));
  const id = (cached[1] ?? '').replaceAll('--', '/');
  return cached[2] === undefined ? id : `${id}/${path.basename(cached[2])}`;
}

/** A template as the view lists it: what VS Code gives to the commands of its menu. */
export class TemplateNode {
  readonly kind = 'template';
  readonly template: TemplateItem;

  constructor(template: TemplateItem) {
    this.template = template;
  }
}

/** A model of the catalogue as the view lists it. */
export class CatalogueNode {
  readonly kind = 'model';
  readonly model: CatalogueModel;
  /** It is in the Hub cache already. */
  readonly cached: boolean;

  constructor(model: CatalogueModel, cached: boolean) {
    this.model = model;
    this.cached = cached;
  }
}
