import * as vscode from 'vscode';
import { hasTools } from '../../core/dataset/has-tools.ts';
import type { PreviewBody, PreviewState } from '../../core/protocol/preview-contract.ts';
import type { RenderError } from '../../core/template/render-request.ts';
import { splitRenderedText } from '../../core/template/split-rendered-text.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { localTime } from '../../core/text/local-time.ts';
import type { Language, Message } from '../../core/text/message.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { TemplateChoice, TemplateChoices } from './template-choices.ts';
import { readTemplateSource, type TemplateSource } from './template-source.ts';

/** A template that takes longer than this for one row does not end. */
const PATIENCE = { timeoutMs: 10_000 };

/** What is shown, and what the panel's actions need besides. */
export interface PreviewOutcome {
  readonly state: PreviewState;
  /** The rendered text whole, to be copied. */
  readonly text: string | null;
  readonly templateFile: vscode.Uri | null;
}

/** Renders the row under the cursor with the template of its dataset. Whatever goes wrong is a sentence of the state. */
export async function previewStateOf(
  editor: vscode.TextEditor | undefined,
  choices: TemplateChoices,
  worker: WorkerClient,
): Promise<PreviewOutcome> {
  const language = displayLanguage();
  if (editor === undefined) return empty(language, { id: 'preview.no-dataset' });
  const place = placeOf(editor, language);
  if (place.rowText.trim() === '') return nothing(place, { id: 'preview.no-row' });
  const choice = await choices.of(editor.document.uri);
  if (choice === null) return nothing(place, { id: 'preview.no-template' }, true);
  try {
    const source = await readTemplateSource(choice, hasTools(place.rowText));
    return await rendered(place, choice, source, worker);
  } catch (error) {
    if (error instanceof HumanError) return nothing(place, error.detail, true);
    throw error;
  }
}

interface Place {
  readonly base: Omit<PreviewState, 'body' | 'verdict' | 'notes' | 'templateName' | 'answersOnly'>;
  readonly rowText: string;
  readonly row: number;
}

function placeOf(editor: vscode.TextEditor, language: Language): Place {
  const { document, selection } = editor;
  const line = Math.min(selection.active.line, document.lineCount - 1);
  const rowText = document.lineAt(line).text;
  const file = vscode.workspace.asRelativePath(document.uri);
  const lastIsEmpty = document.lineAt(document.lineCount - 1).text === '';
  const rows = document.lineCount - (lastIsEmpty ? 1 : 0);
  const row = rowText.trim() === '' ? null : line + 1;
  return { base: { language, file, row, rows }, rowText, row: line + 1 };
}

async function rendered(
  place: Place,
  choice: TemplateChoice,
  source: TemplateSource,
  worker: WorkerClient,
): Promise<PreviewOutcome> {
  const { text: template, specialTokens, tokenizer } = source;
  const { rowText, row } = place;
  const now = localTime(new Date());
  const request = { rowText, row, template, specialTokens: { ...specialTokens }, now, tokenizer };
  const rendering = await worker.renderRow(request, PATIENCE);
  const { language } = place.base;
  const finish = (body: PreviewBody, text: string | null, verdict: string | null): PreviewOutcome => ({
    state: {
      ...place.base,
      templateName: source.name,
      answersOnly: choice.answersOnly,
      body,
      verdict,
      notes: [],
    },
    text,
    templateFile: source.file,
  });
  switch (rendering.kind) {
    case 'rendered': {
      const { text, spans, tokens } = rendering;
      const segments = splitRenderedText(text, spans, [
        ...Object.values(specialTokens),
        ...controlTokens(text),
      ]);
      return finish({ kind: 'rendered', segments }, text, verdictOf(tokens, spans.length, language));
    }
    case 'refused': {
      const sentence = refusal(rendering.error, language);
      return finish({ kind: 'refused', sentence, templateLine: rendering.error.line ?? null }, null, null);
    }
    case 'no-conversation': {
      const sentence = formatMessage(rendering.message, language);
      return finish({ kind: 'none', sentence, choose: false }, null, null);
    }
  }
}

/** Control tokens that a tokenizer may have besides its named ones are recognised by their form, to be drawn as chips. */
function controlTokens(text: string): string[] {
  return [...new Set(text.match(/<\|[\w.:/ -]{1,40}\|>/g) ?? [])];
}

function verdictOf(tokens: number | null, answers: number, language: Language): string | null {
  if (tokens === null) return null;
  const counted = formatMessage({ id: 'tokens.label', args: { tokens } }, language);
  const id = answers === 0 ? 'preview.no-marks' : 'preview.answers';
  return `${counted} · ${formatMessage({ id, args: { answers } }, language)}`;
}

function refusal(error: RenderError, language: Language): string {
  const { detail, line, column } = error;
  const reason = detail === undefined ? error.message : formatMessage(detail, language);
  if (line === undefined) return formatMessage({ id: 'preview.refused', args: { reason } }, language);
  const id = column === undefined ? 'preview.refused-at-line' : 'preview.refused-at';
  return formatMessage({ id, args: { reason, line, column: column ?? 0 } }, language);
}

function nothing(place: Place, message: Message, choose = false): PreviewOutcome {
  const sentence = formatMessage(message, place.base.language);
  const body = { kind: 'none', sentence, choose } as const;
  const state = { ...place.base, templateName: null, answersOnly: false, body, verdict: null, notes: [] };
  return { state, text: null, templateFile: null };
}

function empty(language: Language, message: Message): PreviewOutcome {
  return nothing({ base: { language, file: '', row: null, rows: 0 }, rowText: '', row: 0 }, message);
}
