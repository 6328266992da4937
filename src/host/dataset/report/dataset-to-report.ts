import path from 'node:path';
import type * as vscode from 'vscode';
import { HumanError } from '../../../core/text/human-error.ts';
import { datasetOfArgument } from '../dataset-of-argument.ts';

/**
 * The dataset that a command was called on.
 * @throws {HumanError} if that is none, or not on this computer's disk
 */
export function datasetToReport(argument: unknown): vscode.Uri {
  const uri = datasetOfArgument(argument);
  if (uri === undefined) throw new HumanError('dataset.report.choose');
  if (uri.scheme !== 'file')
    throw new HumanError('dataset.report.not-on-disk', { file: path.posix.basename(uri.path) });
  return uri;
}
