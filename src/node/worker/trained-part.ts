import type { PreviewRequest, TrainedPart } from '../../core/template/preview-rendering.ts';
import { commonLength, sharedRanges, unitRanges } from '../../core/template/preview-ranges.ts';
import { parsePythonJson } from '../../core/template/python-json.ts';
import { PyDict } from '../../core/template/values/dict.ts';
import { renderSwitched } from './render-switched.ts';

/**
 * What of a rendered text training takes its loss on.
 * @param spans `{% generation %}` spans in code points
 */
export function trainedPartOf(
  request: PreviewRequest,
  text: string,
  spans: readonly (readonly [number, number])[],
): { readonly trained: number[]; readonly training: TrainedPart } {
  const completion = request.completionOnly ? completionStart(request, text) : 0;
  const afterPrompt = completion < text.length ? [completion, text.length] : [];
  if (!request.answersOnly)
    return { trained: afterPrompt, training: completion > 0 ? 'completion' : 'everything' };
  const trained = sharedRanges(unitRanges(text, spans), afterPrompt);
  return { trained, training: spans.length === 0 ? 'nothing' : 'answers' };
}

/**
 * Where the completion begins: after what it has in common with the prompt alone (trl 1.16 sft_trainer.py, `completion_mask`, which
 * compares tokens); 0 for a row without a prompt.
 */
function completionStart(request: PreviewRequest, text: string): number {
  const messages = promptLength(request.rowText);
  if (messages === 0) return 0;
  const prompt = renderSwitched(request, {
    messages,
    addGenerationPrompt: true,
    continueFinalMessage: false,
  });
  return prompt.ok ? commonLength(prompt.text, text) : 0;
}

/** Messages of a row's prompt; 0 for a row that has no prompt with a completion. */
function promptLength(rowText: string): number {
  if (!rowText.includes('"completion"')) return 0;
  const row = parsePythonJson(rowText);
  if (!(row instanceof PyDict)) return 0;
  const prompt = row.getText('prompt');
  return Array.isArray(prompt) && Array.isArray(row.getText('completion')) ? prompt.length : 0;
}
