import type { Message } from '../text/message.ts';
import { endedAnswers, equalAnswers } from './comparison-figures.ts';
import type { Comparison } from './comparison.ts';

// Below it the greedy answer seldom changes: a tenth of a percent of probability.
const weakShift = 0.001;
const mostNamedRows = 8;

/**
 * What a reader of a comparison should know besides its numbers.
 * @param running a process works on it: what is missing may still come
 */
export function comparisonNotes(comparison: Comparison, running: boolean): Message[] {
  const { prompts, generation } = comparison;
  const notes = [...dataNotes(comparison, running), ...lossNotes(comparison)];
  if (!running && !comparison.complete) notes.unshift({ id: 'compare.note.partial' });
  const { recipePrecision } = comparison;
  if (recipePrecision !== undefined)
    notes.push({ id: 'compare.note.precision', args: { precision: recipePrecision } });
  const adapter = adapterNote(comparison);
  if (adapter !== null) notes.push(adapter);
  if (running) return notes;
  const { equal, of } = equalAnswers(prompts);
  if (equal > 0) notes.push(equalNote(equal, of, comparison.adapter?.probabilityShift ?? null));
  const ended = endedAnswers(prompts);
  const cut = 2 * ended.of - ended.before - ended.after;
  if (cut > 0)
    notes.push({
      id: 'compare.note.cut',
      args: {
        cut,
        before: ended.of - ended.before,
        after: ended.of - ended.after,
        limit: generation.maxNewTokens,
      },
    });
  return notes;
}

function dataNotes({ data, loss }: Comparison, running: boolean): Message[] {
  if (data === null) return [{ id: 'compare.note.no-data' }];
  const file = data.path.split(/[\\/]/).at(-1) ?? data.path;
  if (data.rows === 0) return [{ id: 'compare.note.no-rows', args: { file } }];
  const notes: Message[] = [];
  const { alsoTrained, dropped = [] } = data;
  if (alsoTrained.length > 0)
    notes.push({
      id: 'compare.note.also-trained',
      args: { count: alsoTrained.length, rows: named(alsoTrained), file },
    });
  if (loss === null && dropped.length > 0 && !running)
    return [...notes, { id: 'compare.note.all-dropped', args: { file } }];
  if (dropped.length > 0)
    notes.push({ id: 'compare.note.dropped', args: { count: dropped.length, rows: named(dropped), file } });
  if (loss !== null && loss.rows + dropped.length < data.rows)
    notes.push({ id: 'compare.note.first-rows', args: { measured: loss.rows, rows: data.rows, file } });
  return notes;
}

function lossNotes({ loss }: Comparison): Message[] {
  if (loss === null) return [];
  if (!Number.isFinite(loss.after)) return [{ id: 'compare.note.not-finite' }];
  if (loss.interval === null) return [];
  const [low, high] = loss.interval;
  return low < 0 && high > 0 ? [{ id: 'compare.note.uncertain', args: { rows: loss.rows } }] : [];
}

function adapterNote({ adapter }: Comparison): Message | null {
  const shift = adapter?.probabilityShift ?? null;
  if (shift === null || shift >= weakShift) return null;
  return shift === 0
    ? { id: 'compare.note.adapter-inactive' }
    : { id: 'compare.note.adapter-weak', args: { percent: percentOf(shift) } };
}

/** Equal answers are no sign that nothing was learnt: greedy decoding takes the same token until another one is likelier. */
function equalNote(equal: number, of: number, shift: number | null): Message {
  const id = equal === of ? 'compare.note.equal-all' : 'compare.note.equal-some';
  if (shift === null || shift === 0) return { id, args: { equal, of } };
  return { id: `${id}.shift`, args: { equal, of, percent: percentOf(shift) } };
}

/** Two digits of a percentage: 0.021 → 2.1. */
function percentOf(share: number): string {
  return (100 * share).toPrecision(2);
}

function named(rows: readonly number[]): string {
  const names = rows.slice(0, mostNamedRows).join(', ');
  return rows.length > mostNamedRows ? `${names}, …` : names;
}
