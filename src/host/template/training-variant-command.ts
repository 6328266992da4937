import * as vscode from 'vscode';
import { trainingVariant, type TrlTemplate } from '../../core/template/sources/training-variant.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { MessageArgs } from '../../core/text/message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { chooseTemplate, readChatTemplates } from '../../node/template/read-chat-templates.ts';
import { asPythonReads } from '../../node/template/trl-templates.ts';
import { displayLanguage } from '../kit/settings.ts';
import { showDifference } from './compare-templates.ts';
import { documentOfTemplate } from './template-documents.ts';
import type { TemplateItem } from './template-item.ts';
import type { FoundTrl, TrlPackage } from './trl-package.ts';

/**
 * *Show TRL's Training Variant*: what TRL trains on answers with in place of a template, as a difference; or why nothing.
 * @throws {HumanError} if there is no TRL to ask, or the template cannot be read
 */
export async function showTrainingVariant(template: TemplateItem, package_: TrlPackage): Promise<void> {
  const trl = await package_.find();
  if (trl === null) throw new HumanError('templates.training.no-trl');
  const { name, place, label } = template;
  const { text, path } = chooseTemplate(await readChatTemplates(place), { name, tools: false });
  // A text inside JSON or GGUF is compared as it is; a file as Python reads it.
  const asRead = path.endsWith('.jinja') ? asPythonReads(text) : text;
  const variant = trainingVariant(asRead, trl.templates);
  const args = { name: label, version: trl.version };
  switch (variant.kind) {
    case 'own-marks':
      return tell('own-marks', args);
    case 'known':
      return tell('known', { ...args, original: variant.original.name });
    case 'swapped': {
      const { original, training } = variant;
      await showBeside(template, training, trl);
      return tell('swapped', { ...args, original: original.name, training: training.name });
    }
    case 'unknown': {
      const { nearest } = variant;
      if (nearest === null) return tell('unknown', args);
      const show = (): Promise<void> => showBeside(template, nearest, trl);
      return tell('nearest', { ...args, nearest: nearest.name }, show);
    }
    default:
      return unreachable(variant);
  }
}

/** Does not wait for the user. */
function tell(id: string, args: MessageArgs, show?: () => Promise<void>): void {
  const sentence = formatMessage({ id: `templates.training.${id}`, args }, displayLanguage());
  const button = vscode.l10n.t('Show Difference');
  const buttons = show === undefined ? [] : [button];
  void vscode.window.showInformationMessage(sentence, ...buttons).then((pressed) => {
    if (pressed === button) void show?.();
  });
}

async function showBeside(template: TemplateItem, other: TrlTemplate, trl: FoundTrl): Promise<void> {
  const file = trl.templates.find(({ name }) => name === other.name)?.path;
  if (file === undefined) return;
  const right = documentOfTemplate({ place: file, name: 'default', file });
  await showDifference(
    { document: documentOfTemplate(template), label: template.label },
    { document: right, label: `TRL ${other.name}` },
  );
}
