import * as vscode from 'vscode';
import type { PreviewSubject } from '../../core/protocol/preview-contract.ts';
import type { FixtureConversation } from '../../core/template/fixture-conversations.ts';

/** Documents that show a row as two templates render it. */
export const comparedScheme = 'tuning-fork-compared';

/** Stands for the dataset where a fixture is shown without one, so that a template can be chosen for it. */
export const fixtureDataset = vscode.Uri.parse('untitled:fixture.jsonl');

/** What is shown: a line of a dataset, or a conversation that comes with the product. */
export interface ShownRow {
  /** JSON text of the row; empty if there is none. */
  readonly text: string;
  /** 1-based. */
  readonly row: number;
  readonly rows: number;
  /** Null for a fixture that is shown without a dataset. */
  readonly dataset: vscode.Uri | null;
  readonly fixture: FixtureConversation | null;
}

/** The row that an editor's cursor is on, or the fixture that was chosen; null if there is neither. */
export async function shownRow(
  editor: vscode.TextEditor | undefined,
  subject: PreviewSubject,
): Promise<ShownRow | null> {
  const fixture = subject.kind === 'fixture' ? await fixtureOf(subject.id) : null;
  if (editor === undefined)
    return fixture === null ? null : { text: fixture.json, row: 1, rows: 0, dataset: null, fixture };
  const { document, selection } = editor;
  const line = Math.min(selection.active.line, document.lineCount - 1);
  const lastIsEmpty = document.lineAt(document.lineCount - 1).text === '';
  return {
    text: fixture === null ? document.lineAt(line).text : fixture.json,
    row: line + 1,
    rows: document.lineCount - (lastIsEmpty ? 1 : 0),
    dataset: document.uri,
    fixture,
  };
}

async function fixtureOf(id: string): Promise<FixtureConversation | null> {
  const { fixtureConversations } = await import('../../core/template/fixture-conversations.ts');
  return fixtureConversations.find((fixture) => fixture.id === id) ?? null;
}
