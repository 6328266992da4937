import type { ComparedPrompt, Comparison } from '../compare/comparison.ts';
import { table } from './card-markdown.ts';

const shownPrompts = 5;
const longestText = 300;

/** How the model was before training and how it is after: held-out loss, and what both wrote to the same prompts. */
export function comparisonSection(comparison: Comparison): string {
  const { generation } = comparison;
  const answered = comparison.prompts.filter((each) => each.before !== null && each.after !== null);
  const shown = answered.slice(0, shownPrompts);
  const rest = answered.length - shown.length;
  const all = rest > 0 ? `\n\n[comparison.json](comparison.json) has ${rest} more.` : '';
  return [
    '## Before and after',
    ...lossPart(comparison),
    ...(shown.length === 0
      ? []
      : [
          `Answers to the same prompts, seed ${generation.seed}, at most ${generation.maxNewTokens} tokens:`,
          `${table(['Prompt', 'Before', 'After'], shown.map(answers))}${all}`,
        ]),
  ].join('\n\n');
}

function lossPart({ loss, data }: Comparison): string[] {
  if (loss === null) return [];
  const change = loss.interval === null ? '' : `${number(loss.interval[0])} to ${number(loss.interval[1])}`;
  const trained = data?.alsoTrained.length ?? 0;
  const overlap =
    trained === 0 ? [] : [`${trained} of the held-out rows are in the training data too: the loss flatters.`];
  return [
    `Loss on ${loss.rows} held-out rows (${loss.tokens.toLocaleString('en-US')} tokens):`,
    table(
      ['Before', 'After', 'Change, 95 % interval'],
      [[number(loss.before), number(loss.after), change || '-']],
    ),
    ...overlap,
  ];
}

function answers({ messages, before, after }: ComparedPrompt): string[] {
  const prompt = messages.at(-1)?.content ?? '';
  return [prompt, before?.text ?? '', after?.text ?? ''].map(shortened);
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= longestText ? text : `${letters.slice(0, longestText).join('')}…`;
}

function number(value: number): string {
  return value.toFixed(3);
}
