import { betterRows, changeOf, endedAnswers, worstFirst } from '../core/compare/comparison-figures.ts';
import { comparisonNotes } from '../core/compare/comparison-notes.ts';
import type { ComparedAnswer, ComparedPrompt, Comparison } from '../core/compare/comparison.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language, MessageArgs } from '../core/text/message.ts';

type Say = (id: string, args?: MessageArgs) => string;

const longestPrompt = 60;

/** A comparison for a terminal: its figures, the rows from the worst on, the answers, and what is worth knowing. */
export function comparisonLines(comparison: Comparison, language: Language): string {
  const say: Say = (id, args) => formatMessage({ id, args }, language);
  const rows = worstFirst(comparison.prompts.filter(({ source }) => source === 'held-out'));
  const own = comparison.prompts.filter(({ source }) => source === 'own');
  const notes = comparisonNotes(comparison, false).map((note) => formatMessage(note, language));
  const parts = [
    `${comparison.before.name} → ${comparison.after.name}`,
    figureLines(comparison, say).join('\n'),
    rows.some(({ loss }) => loss !== null) ? tableOf(rows, say) : '',
    ...[...own, ...rows].map((prompt) => answerLines(prompt, say)),
    notes.map((note) => `! ${note}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function figureLines({ loss, prompts }: Comparison, say: Say): string[] {
  const lines: [string, string][] = [];
  if (loss !== null) {
    const change = changeText(loss.after - loss.before);
    const [low, high] = loss.interval ?? [NaN, NaN];
    const how = Number.isNaN(low)
      ? change
      : say('compare-panel.interval', { change, low: changeText(low), high: changeText(high) });
    lines.push([say('compare-panel.loss'), `${lossText(loss.before)} → ${lossText(loss.after)}  ${how}`]);
  }
  const { better, of } = betterRows(prompts);
  if (of > 0)
    lines.push([say('compare-panel.better-on'), `${better} ${say('compare-panel.of-rows', { rows: of })}`]);
  const ended = endedAnswers(prompts);
  if (ended.of > 0)
    lines.push([
      say('compare-panel.ended'),
      `${ended.before} → ${ended.after} ${say('compare-panel.of', { n: ended.of })}`,
    ]);
  return lines.map(([name, value]) => `${name}: ${value}`);
}

function tableOf(rows: readonly ComparedPrompt[], say: Say): string {
  const heads = ['word.row', 'compare-panel.before', 'compare-panel.after', 'compare-panel.change'];
  const cells = rows.map(({ row, loss }) => [
    String(row ?? ''),
    loss === null ? '—' : lossText(loss.before),
    loss === null ? '—' : lossText(loss.after),
    changeText(changeOf(loss)),
  ]);
  const table = [heads.map((id) => say(id)), ...cells];
  const widths = heads.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const last = [say('compare-panel.prompt'), ...rows.map(promptLine)];
  return table
    .map((line, index) => {
      const columns = line.map((cell, column) => cell.padStart(widths[column] ?? 0));
      return `${columns.join('  ')}  ${last[index] ?? ''}`;
    })
    .join('\n');
}

function answerLines(prompt: ComparedPrompt, say: Say): string {
  const head = prompt.row === null ? '>' : `> ${say('compare-panel.row', { row: prompt.row })}:`;
  const sides = [
    [say('compare-panel.before'), answerText(prompt.before, say)],
    [say('compare-panel.after'), answerText(prompt.after, say)],
    ...(prompt.reference === null ? [] : [[say('compare-panel.reference'), prompt.reference]]),
  ];
  return [`${head} ${promptLine(prompt)}`, ...sides.map(([name, text]) => `${name}: ${text}`)].join('\n');
}

function answerText(answer: ComparedAnswer | null, say: Say): string {
  if (answer === null) return say('compare-panel.no-answer');
  if (answer.text.trim() === '') return say('compare-panel.nothing');
  return answer.ended
    ? answer.text
    : `${answer.text} [${say('compare-panel.cut', { tokens: answer.tokens })}]`;
}

/** The last turn before the answer, in one line. */
function promptLine({ messages }: ComparedPrompt): string {
  const characters = Array.from((messages.at(-1)?.content ?? '').trim().replaceAll(/\s+/g, ' '));
  return characters.length > longestPrompt
    ? `${characters.slice(0, longestPrompt - 1).join('')}…`
    : characters.join('');
}

function lossText(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : String(value);
}

function changeText(change: number | null): string {
  if (change === null || !Number.isFinite(change)) return '—';
  return `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(2)}`;
}
