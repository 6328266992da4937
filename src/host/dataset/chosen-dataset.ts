import type * as vscode from 'vscode';
import { datasetActionWords } from '../../core/dataset/action-words.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { datasetOfArgument } from './dataset-of-argument.ts';

addSentences(datasetActionWords);

/**
 * The dataset that a command was called on.
 * @throws {HumanError} if that is none
 */
export function chosenDataset(argument: unknown): vscode.Uri {
  const uri = datasetOfArgument(argument);
  if (uri === undefined) throw new HumanError('dataset.action.choose');
  return uri;
}
