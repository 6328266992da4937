/** A chat template that TRL brings, by the name of its file: `qwen3`, or `qwen3_training` for one that others are replaced by. */
export interface TrlTemplate {
  readonly name: string;
  readonly text: string;
}

/** What TRL trains on answers alone with, in place of a model's template. */
export type TrainingVariant =
  /** It has answer marks itself, so it stays. */
  | { readonly kind: 'own-marks' }
  | { readonly kind: 'swapped'; readonly original: TrlTemplate; readonly training: TrlTemplate }
  /** TRL knows it and has nothing to replace it by. */
  | { readonly kind: 'known'; readonly original: TrlTemplate }
  /** None of TRL's; `nearest` is that with most lines in common, where they are more than half. */
  | { readonly kind: 'unknown'; readonly nearest: TrlTemplate | null };

const SUFFIX = '_training';

/**
 * What TRL 1.16 does with `assistant_only_loss` (sft_trainer.py:943): a template with marks stays, any other is replaced if it equals one
 * of TRL's own to the character (chat_template_utils.py:1157), and refused if not.
 * @param bundled TRL's templates, training ones included
 */
export function trainingVariant(template: string, bundled: readonly TrlTemplate[]): TrainingVariant {
  if (hasAnswerMarks(template)) return { kind: 'own-marks' };
  const originals = bundled.filter(({ name }) => !name.endsWith(SUFFIX));
  const original = originals.find(({ text }) => text === template);
  if (original === undefined) return { kind: 'unknown', nearest: nearestOf(template, originals) };
  const training = bundled.find(({ name }) => name === `${original.name}${SUFFIX}`);
  return training === undefined ? { kind: 'known', original } : { kind: 'swapped', original, training };
}

/** As TRL looks for them (chat_template_utils.py:42): where the whole tag stands on one line, also in a comment. */
function hasAnswerMarks(template: string): boolean {
  return /\{%-?\s*generation\s*-?%\}/.test(template);
}

function nearestOf(template: string, originals: readonly TrlTemplate[]): TrlTemplate | null {
  let best: TrlTemplate | null = null;
  let most = 0.5;
  for (const each of originals) {
    const share = sharedLines(template, each.text);
    if (share <= most) continue;
    most = share;
    best = each;
  }
  return best;
}

/** How many of the lines of both stand in both, from 0 to 1; blank ones do not count. */
function sharedLines(one: string, other: string): number {
  const [a, b] = [linesOf(one), linesOf(other)];
  const shared = [...a].filter((line) => b.has(line)).length;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

function linesOf(text: string): Set<string> {
  return new Set(
    text
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}
