import * as vscode from 'vscode';
import { hasTools } from '../../core/dataset/row/has-tools.ts';
import type { PreviewBody, PreviewChoices, PreviewState } from '../../core/protocol/preview-contract.ts';
import type { PreviewRendering, PreviewRequest } from '../../core/template/preview-rendering.ts';
import { previewWords } from '../../core/template/preview-words.ts';
import { pieceAt } from '../../core/template/preview-places.ts';
import {
  previewNotes,
  previewVerdict,
  refusalSentence,
  unlikeTraining,
} from '../../core/template/preview-sentences.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { localTime } from '../../core/text/local-time.ts';
import type { Language, Message } from '../../core/text/message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { displayLanguage } from '../kit/settings.ts';
import { fixtureDataset, shownRow, type ShownRow } from './preview-subject.ts';
import { readPreviewTemplate, type PreviewTemplate } from './preview-template.ts';
import type { TemplateChoice, TemplateChoices } from './template-choices.ts';

// Only an open preview says these.
addSentences(previewWords);

/** A template that takes longer than this for one row does not end. */
export const PATIENCE = { timeoutMs: 10_000 };

/** What is shown, and what the panel's actions need besides. */
export interface PreviewOutcome {
  readonly state: PreviewState;
  /** Null while there is nothing to show. */
  readonly shown: PreviewShown | null;
}

/** A row with its template and what came of the two. */
export interface PreviewShown {
  readonly row: ShownRow;
  readonly template: PreviewTemplate;
  /** What the worker was asked: matrix and other engines are asked for the same. */
  readonly request: PreviewRequest;
  readonly rendering: PreviewRendering;
}

/** Renders the row under the cursor with the template of its dataset. Whatever goes wrong is a sentence of the state. */
export async function previewStateOf(
  editor: vscode.TextEditor | undefined,
  userChoices: PreviewChoices,
  templates: TemplateChoices,
  worker: WorkerClient,
): Promise<PreviewOutcome> {
  const language = displayLanguage();
  const row = await shownRow(editor, userChoices.subject);
  const base = baseState(row, userChoices, language);
  if (row === null) return nothing(base, { id: 'preview.no-dataset' });
  if (row.text.trim() === '') return nothing(base, { id: 'preview.no-row' });
  const choice = await templates.of(row.dataset ?? fixtureDataset);
  if (choice === null) return nothing(base, { id: 'preview.no-template' }, true);
  try {
    const template = await readPreviewTemplate(choice, hasTools(row.text));
    const request = requestOf(row, template, choice, userChoices);
    const rendering = await worker.previewRow(request, PATIENCE);
    const shown = { row, template, request, rendering };
    return { state: stateOf(base, shown, language), shown };
  } catch (error) {
    if (error instanceof HumanError) return nothing(base, error.detail, true);
    throw error;
  }
}

function requestOf(
  row: ShownRow,
  template: PreviewTemplate,
  choice: TemplateChoice,
  { switches }: PreviewChoices,
): PreviewRequest {
  return {
    rowText: row.text,
    row: row.row,
    template: template.text,
    specialTokens: { ...template.specialTokens },
    now: localTime(new Date()),
    tokenizer: template.tokenizer,
    switches,
    answersOnly: choice.answersOnly,
    completionOnly: choice.completionOnly,
  };
}

function baseState(row: ShownRow | null, choices: PreviewChoices, language: Language): PreviewState {
  const fixture = row?.fixture ?? null;
  const isRow = row !== null && fixture === null && row.text.trim() !== '';
  return {
    language,
    file: row === null || row.dataset === null ? '' : vscode.workspace.asRelativePath(row.dataset),
    row: isRow ? row.row : null,
    rows: row?.rows ?? 0,
    fixture: fixture === null ? null : formatMessage(fixture.title, language),
    templateName: null,
    body: { kind: 'none', sentence: '', choose: false },
    choices,
    variables: [],
    verdict: null,
    unlikeTraining: null,
    notes: [],
  };
}

function nothing(base: PreviewState, message: Message, choose = false): PreviewOutcome {
  const sentence = formatMessage(message, base.language);
  return { state: { ...base, body: { kind: 'none', sentence, choose } }, shown: null };
}

function stateOf(base: PreviewState, shown: PreviewShown, language: Language): PreviewState {
  const { row, template, rendering } = shown;
  const state = {
    ...base,
    templateName: template.name,
    body: bodyOf(rendering, row.fixture === null, language),
    variables: rendering.kind === 'no-conversation' ? [] : rendering.variables,
    unlikeTraining: unlikeTraining(base.choices.switches, language),
  };
  if (rendering.kind !== 'rendered') return state;
  return {
    ...state,
    verdict: previewVerdict(rendering, language),
    notes: previewNotes(rendering, template.text, language),
  };
}

/** @param inFile whether the row stands in a file, so that a message can be shown there */
function bodyOf(rendering: PreviewRendering, inFile: boolean, language: Language): PreviewBody {
  switch (rendering.kind) {
    case 'rendered': {
      const { kind, text, stretches, special, trained, training, pieces } = rendering;
      const date = rendering.dated === null ? undefined : pieceAt(pieces, rendering.dated);
      const dated = date === undefined ? [] : [date.start, date.end];
      return { kind, text, stretches, special, trained, training, dated };
    }
    case 'refused': {
      const { error, path } = rendering;
      const sentence = refusalSentence(error, language);
      const message = path === null || !inFile ? null : (error.messageIndex ?? null);
      return { kind: 'refused', sentence, templateLine: error.line ?? null, message };
    }
    case 'no-conversation':
      return { kind: 'none', sentence: formatMessage(rendering.message, language), choose: false };
    default:
      return unreachable(rendering);
  }
}
