import * as vscode from 'vscode';
import { datasetActionWords } from '../../core/dataset/action-words.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { resourceOf } from '../kit/commands.ts';

addSentences(datasetActionWords);

/**
 * The dataset that a command was called with: its node in the Datasets view, a resource, or the active editor's file.
 * @throws {HumanError} if that is none
 */
export function chosenDataset(argument: unknown): vscode.Uri {
  const node = argument as { readonly uri?: unknown } | undefined;
  const uri = node?.uri instanceof vscode.Uri ? node.uri : resourceOf(argument);
  if (uri === undefined || !/\.(jsonl|ndjson|json|csv|parquet)$/i.test(uri.path))
    throw new HumanError('dataset.action.choose');
  return uri;
}
