import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { displayLanguage } from '../kit/settings.ts';
import { datasetSelector, isDataset } from './dataset-documents.ts';
import type { RenderedRowDocuments } from './rendered-row-documents.ts';
import { copyRenderedRowCommand, previewRowCommand } from './row-links.ts';
import { rowAt, rowOf, rowPlaceOf, type RowLink, type RowPlace } from './row-place.ts';
import type { RowRenderings } from './row-renderings.ts';

/** *Peek Rendered Row*, from the palette, its key, the menu of a line number, a code action or a hover; and the hover's other links. */
export function registerRowCommands(
  commands: CommandRegistry,
  renderings: RowRenderings,
  documents: RenderedRowDocuments,
): vscode.Disposable {
  commands.register('peekRenderedRow', (argument) => peekRow(placeOrRefuse(argument), documents));
  const guarded =
    (run: (place: RowPlace) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      try {
        await run(placeOrRefuse(argument));
      } catch (error) {
        commands.report(error);
      }
    };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(previewRowCommand, guarded(previewRow)),
    vscode.commands.registerCommand(
      copyRenderedRowCommand,
      guarded((place) => copyRow(place, renderings)),
    ),
    vscode.languages.registerCodeActionsProvider(datasetSelector, peekAction, {
      providedCodeActionKinds: [peekKind],
    }),
  );
}

function placeOrRefuse(argument: unknown): RowPlace {
  const place = rowPlaceOf(argument);
  if (place === null) throw new HumanError('inline.no-row');
  return place;
}

/** Opens the whole rendering in a read-only editor under the row. */
async function peekRow(place: RowPlace, documents: RenderedRowDocuments): Promise<void> {
  await rowAt(place);
  // The hover whose link was clicked would lie over the peek.
  await vscode.commands.executeCommand('editor.action.hideHover');
  const position = new vscode.Position(place.line, 0);
  const target = new vscode.Location(documents.open(place), new vscode.Position(0, 0));
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    place.dataset,
    position,
    [target],
    'peek',
  );
}

/** The preview follows the cursor, so the cursor goes to the row. */
async function previewRow({ dataset, line }: RowPlace): Promise<void> {
  await vscode.window.showTextDocument(dataset, { selection: new vscode.Range(line, 0, line, 0) });
  await vscode.commands.executeCommand('tuningFork.previewChatTemplate');
}

async function copyRow(place: RowPlace, renderings: RowRenderings): Promise<void> {
  const row = await rowAt(place);
  const outcome = await renderings.render(row);
  if (outcome.kind !== 'rendered') throw new HumanError('inline.no-rendering', { row: row.row });
  await vscode.env.clipboard.writeText(outcome.text);
  const copied = formatMessage({ id: 'inline.copied', args: { row: row.row } }, displayLanguage());
  vscode.window.setStatusBarMessage(copied, 5_000);
}

const peekKind = vscode.CodeActionKind.Empty.append('peek');

/** Offered when it is asked for: a light bulb on every row would say that something is wrong with it. */
const peekAction: vscode.CodeActionProvider = {
  provideCodeActions(document, range, context) {
    const { line } = range.start;
    const isAsked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (!isAsked || !isDataset(document) || rowOf(document, line) === null) return [];
    const title = vscode.l10n.t('Peek Rendered Row');
    const argument: RowLink = { dataset: document.uri.toString(), line };
    const action = new vscode.CodeAction(title, peekKind);
    action.command = { title, command: 'tuningFork.peekRenderedRow', arguments: [argument] };
    return [action];
  },
};
