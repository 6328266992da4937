import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import type { PlanRequest } from '../../node/recipe/plan-request.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { hostInterpreter } from '../python/host-interpreter.ts';
import { hubEnvironment } from './hub-environment.ts';

/**
 * What a plan for a recipe is made from. That there is no interpreter is a line of the plan, not a failure to make one.
 * @throws {HumanError} if there is no trusted folder on this disk
 */
export async function planRequest(recipe: vscode.Uri): Promise<PlanRequest> {
  const folder = requireFolder(recipe);
  const request = {
    recipePath: vscode.workspace.asRelativePath(recipe, false),
    cwd: folder.uri.fsPath,
    env: hubEnvironment(),
  };
  try {
    return { ...request, python: await hostInterpreter(folder), pythonFault: null };
  } catch (error) {
    if (error instanceof HumanError) return { ...request, python: null, pythonFault: error.detail };
    throw error;
  }
}
