import * as v from 'valibot';
import type * as vscode from 'vscode';
import {
  defaultPreviewChoices,
  previewChoices,
  type PreviewChoices,
} from '../../core/protocol/preview-contract.ts';

const KEY = 'preview.choices';

/** What was chosen in the preview before the window was loaded again. */
export function readPreviewChoices(memory: vscode.Memento): PreviewChoices {
  const choices = v.safeParse(previewChoices, memory.get<unknown>(KEY));
  return choices.success ? choices.output : defaultPreviewChoices;
}

/** Keeps them for the next load: a page's own state is written too late to outlive a reload that comes at once. */
export async function keepPreviewChoices(memory: vscode.Memento, choices: PreviewChoices): Promise<void> {
  await memory.update(KEY, choices);
}
