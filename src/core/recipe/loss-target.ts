import type { RecipeSettings } from './recipe.ts';

/** Which tokens of a row carry loss, and the setting that decides it (null: the first row does). */
export interface LossTarget {
  readonly kind: 'answers' | 'completions' | 'answers-in-completions' | 'every-token' | 'unknown';
  readonly key: string | null;
  /** The rows are conversations, of which the answers alone could be trained. */
  readonly conversational: boolean;
}

/**
 * What TRL 1.16 masks (sft_trainer.py:961 and 1411): completions where the first row has `prompt` and `completion` unless told
 * otherwise, answers with `assistant_only_loss`, both together; on rows without `prompt` a completion mask does nothing.
 * @param columns names of the first row's columns; null where it is not known
 */
export function lossTarget(settings: RecipeSettings, columns: readonly string[] | null): LossTarget {
  const pair = columns === null ? null : columns.includes('prompt') && columns.includes('completion');
  const completions = pair === null ? null : pair && settings.completion_only_loss !== false;
  const conversational =
    columns !== null && (columns.includes('messages') || columns.includes('conversations'));
  if (settings.assistant_only_loss) {
    const kind = completions === true ? 'answers-in-completions' : 'answers';
    return { kind, key: 'assistant_only_loss: true', conversational };
  }
  if (completions === null) return { kind: 'unknown', key: null, conversational };
  const asked = settings.completion_only_loss;
  const key = pair === true && asked !== null ? `completion_only_loss: ${asked}` : null;
  return { kind: completions ? 'completions' : 'every-token', key, conversational };
}
