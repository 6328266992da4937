import * as vscode from 'vscode';
import {
  columnQuestions,
  likelyFirst,
  type ColumnQuestion,
} from '../../../core/dataset/prepare/convert/column-questions.ts';
import type { ConversionTarget } from '../../../core/dataset/prepare/convert/example.ts';
import type { ColumnSettings } from '../../../core/dataset/prepare/preparation.ts';
import type { SourceColumn } from '../../../core/dataset/prepare/preview/row-preview.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { say } from '../../kit/say.ts';

/** What the columns of a file are, question by question; undefined if the user gives it up. @throws {HumanError} if there are too few columns */
export async function askColumns(
  to: ConversionTarget,
  columns: readonly SourceColumn[],
): Promise<ColumnSettings | undefined> {
  const questions = columnQuestions(to);
  if (columns.length < questions.filter(({ optional }) => !optional).length)
    throw new HumanError('prepare.columns.too-few', { format: to });
  const settings: ColumnSettings = [];
  for (const [at, question] of questions.entries()) {
    const left = columns.filter(({ name }) => settings.every(({ column }) => column !== name));
    const step = { at: at + 1, of: questions.length };
    const answer = await askColumn(question, likelyFirst(left, question), step);
    if (answer === undefined) return undefined;
    if (answer !== null) settings.push({ column: answer, to: question.to });
  }
  return settings;
}

/** Null: there is none. */
async function askColumn(
  { to, optional }: ColumnQuestion,
  columns: readonly SourceColumn[],
  step: { readonly at: number; readonly of: number },
): Promise<string | null | undefined> {
  const picks = columns.map(({ name, example }) => ({ label: name, description: example, column: name }));
  const none = { label: say('prepare.column.none'), description: '', column: null };
  const title = say('prepare.ask.step', { question: say(`prepare.column.${to}`), ...step });
  const items = optional ? [none, ...picks] : picks;
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.column;
}
