import { formatMessage } from '../../../text/format-message.ts';
import type { CountedTokens, Spread } from '../dataset-report.ts';
import { binBars } from './counts-sections.ts';
import { leadsOf } from './leads.ts';
import type { Bar, BarColumn, Block, ReportSection } from './report-section.ts';
import { percentOf, type ReportView } from './report-view.ts';
import type { RowGroup } from '../dataset-report.ts';

/** What would be trained: in tokens where a recipe says how, else as far as it can be said without a tokenizer. */
export function trainingSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const { tokens } = report;
  const title = say('training');
  if (tokens?.kind === 'counted')
    return { id: 'training', title, note: say('training.as-trl'), blocks: tokenBlocks(tokens, view) };
  const why: Block[] =
    tokens === undefined ? [] : [{ kind: 'sentence', text: formatMessage(tokens.reason, view.language) }];
  const blocks = [...why, ...characterBlocks(view)];
  return { id: 'training', title, note: say('training.note'), blocks };
}

function tokenBlocks(tokens: CountedTokens, view: ReportView): Block[] {
  const { say, report } = view;
  const { perRow, trainedPerRow } = tokens;
  const columns = [
    { title: say('training.in-tokens'), note: null, bars: tokenShare(tokens, view) },
    ...spreadColumn('training.per-row', perRow, false, view),
    ...spreadColumn(`training.per-row.${tokens.use}`, trainedPerRow, true, view),
  ];
  const bars = [
    lookBar('training.cut', tokens.cut, view),
    lookBar('training.dropped', tokens.dropped, view),
    ...(tokens.untrained.rows === 0 ? [] : [lookBar('training.untrained', tokens.untrained, view)]),
    lookBar('training.stopped', tokens.stopped, view),
    ...(report.file.format === 'unknown' ? [] : [withoutAnswer(view)]),
  ];
  return [
    ...said(tokens, view).map((text) => ({ kind: 'sentence', text }) as const),
    { kind: 'columns', columns },
    { kind: 'bars', bars },
  ];
}

/** Rules about values that `datasets` changes before TRL sees them. */
const CHANGED_BY_LOADING = new Set([
  'number-changes',
  'rewritten-number',
  'integer-becomes-float',
  'text-read-as-json',
  'date-column',
  'number-too-big',
]);
/** Rules about what ends the loading. */
const ENDS_LOADING = new Set(['json-syntax', 'not-an-object', 'late-change']);

/** With what it was counted, what comes out, and what stands against it. */
function said(tokens: CountedTokens, view: ReportView): string[] {
  const { say, report } = view;
  const { recipe, template, use, maxLength, packing, firstStop } = tokens;
  const percent = percentOf(tokens.trained, tokens.tokens);
  const target = tokens.answersOnly ? 'answers' : 'setting';
  const sentences = [
    say(`training.${use}.${target}`, {
      recipe,
      trained: tokens.trained,
      tokens: tokens.tokens,
      rows: tokens.rows,
      percent,
    }),
  ];
  if (template !== null) sentences.push(say('training.template', { template }));
  if (maxLength === null) sentences.push(say('training.no-max-length'));
  else if (packing) sentences.push(say('training.packing', { maxLength }));
  else if (tokens.cutTokens > 0)
    sentences.push(say('training.cut-tokens', { tokens: tokens.cutTokens, maxLength }));
  else sentences.push(say('training.fits', { maxLength }));
  const blocks = [sentences.join(' ')];
  if (tokens.rows === 0) blocks.push(say('training.nothing-left'));
  if (firstStop !== null)
    blocks.push(say('training.first-stop', { row: firstStop.row, reason: firstStop.reason }));
  const found = (rules: ReadonlySet<string>): string =>
    report.findings.rules.flatMap(({ rule }) => (rules.has(rule) ? [rule] : [])).join(', ');
  const [ending, changing] = [found(ENDS_LOADING), found(CHANGED_BY_LOADING)];
  if (ending !== '') blocks.push(say('training.unloaded', { rules: ending }));
  if (changing !== '') blocks.push(say('training.changed-by-loading', { rules: changing }));
  return blocks;
}

function tokenShare({ use, trainedIn, contextIn }: CountedTokens, view: ReportView): Bar[] {
  return share([`training.share.${use}`, trainedIn], [`training.context.${use}`, contextIn], view);
}

function spreadColumn(id: string, spread: Spread | null, isTrained: boolean, view: ReportView): BarColumn[] {
  if (spread === null) return [];
  const { p50, p90, p99, shortest, longest, bins } = spread;
  const note = view.say('training.half', { p50, p90, p99, shortest, longest });
  return [{ title: view.say(id), note, bars: binBars(bins, isTrained ? 'trained' : 'plain', view) }];
}

function lookBar(id: string, group: RowGroup, view: ReportView): Bar {
  const { rows } = view.report.file;
  return { name: view.say(id), count: group.rows, of: rows, tone: 'look', leads: leadsOf(group, view) };
}

function withoutAnswer(view: ReportView): Bar {
  return lookBar('training.without-answer', view.report.training.withoutAnswer, view);
}

function characterBlocks(view: ReportView): Block[] {
  const { report, say } = view;
  const { format } = report.file;
  const id = format === 'sharegpt' ? 'messages' : format;
  const blocks: Block[] = [{ kind: 'sentence', text: say(`training.${id}`) }];
  const columns = format === 'text' || format === 'unknown' ? [] : shares(view);
  if (columns.length > 0) blocks.push({ kind: 'columns', columns });
  if (format !== 'unknown') blocks.push({ kind: 'bars', bars: [withoutAnswer(view)] });
  return blocks;
}

/** Turns and characters, of answers and of all else; a file without conversations has no turns to tell apart. */
function shares(view: ReportView): BarColumn[] {
  const { say, report } = view;
  const { answers, others, turns } = report.training;
  const inCharacters = share(
    ['training.answers', answers.characters],
    ['training.rest', others.characters],
    view,
  );
  const inTurns = share(
    ['training.answer-turns', answers.turns],
    ['training.other-turns', others.turns],
    view,
  );
  return [
    ...(turns === 0 ? [] : [{ title: say('training.in-turns'), note: null, bars: inTurns }]),
    { title: say('training.in-characters'), note: null, bars: inCharacters },
  ];
}

/** What a bar stands for, and where it is met. */
type Part = readonly [id: string, group: RowGroup];

function share([trained, inTrained]: Part, [rest, inRest]: Part, view: ReportView): Bar[] {
  const of = inTrained.count + inRest.count;
  const bar = (id: string, group: RowGroup, tone: Bar['tone']): Bar => {
    return { name: view.say(id), count: group.count, of, tone, leads: leadsOf(group, view) };
  };
  return [bar(trained, inTrained, 'trained'), bar(rest, inRest, 'plain')];
}
