import { formatMessage } from '../../../text/format-message.ts';
import { formatNumber } from '../../../text/message.ts';
import { isAssistantRole } from '../../row/role.ts';
import type { Bin, DatasetReport, Lengths, RowGroup } from '../dataset-report.ts';
import { leadsOf } from './leads.ts';
import type { Bar, BarColumn, BarTone, Block, ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** Lengths of prompts, answers and texts, each with its percentiles and bars. */
export function lengthsSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const blocks: Block[] =
    report.lengths.length === 0
      ? [{ kind: 'sentence', text: say('lengths.none') }]
      : [{ kind: 'columns', columns: report.lengths.map((each) => lengthsOf(each, view)) }];
  return { id: 'lengths', title: say('lengths'), note: null, blocks };
}

function lengthsOf(lengths: Lengths, view: ReportView): BarColumn {
  const { of, bins, count, p50, p90, p99, shortest, longest } = lengths;
  return {
    title: view.say(`lengths.of.${of}`, { count }),
    note: view.say('lengths.half', { p50, p90, p99, shortest, longest }),
    bars: binBars(bins, toneOf(of), view),
  };
}

function toneOf(of: Lengths['of']): BarTone {
  return of === 'prompts' ? 'plain' : 'trained';
}

/** Turns of the conversations and who speaks in them; null where nothing is a conversation. */
export function turnsSection(view: ReportView): ReportSection | null {
  const { report, say } = view;
  if (report.turns.length === 0) return null;
  const turns = { title: say('turns'), note: say('turns.note'), bars: binBars(report.turns, 'plain', view) };
  const roles = { title: say('roles'), note: say('roles.note'), bars: roleBars(report.roles, view) };
  return {
    id: 'turns',
    title: say('turns-and-roles'),
    note: null,
    blocks: [{ kind: 'columns', columns: [turns, roles] }],
  };
}

function roleBars(roles: DatasetReport['roles'], view: ReportView): Bar[] {
  return groupBars(
    roles,
    ({ role }) => (role === '' ? view.say('roles.unsaid') : role),
    ({ role }) => (isAssistantRole(role) ? 'trained' : 'plain'),
    view,
  );
}

/** Scripts of what is asked and answered, and how Korean answers speak; null where there is no text. */
export function scriptsSection(view: ReportView): ReportSection | null {
  const { report, say } = view;
  if (report.scripts.length === 0) return null;
  const columns: BarColumn[] = report.scripts.map(({ of, scripts }) => ({
    title: say(`scripts.of.${of}`),
    note: null,
    bars: groupBars(
      scripts,
      ({ script }) => say(`script.${script}`),
      () => toneOf(of),
      view,
    ),
  }));
  const registers = registersOf(view);
  if (registers !== null) columns.push(registers);
  const bars = oddAnswers(view);
  const blocks: Block[] = [{ kind: 'columns', columns }];
  if (bars.length > 0) blocks.push({ kind: 'bars', bars });
  return { id: 'scripts', title: say('scripts'), note: say('scripts.note'), blocks };
}

function registersOf(view: ReportView): BarColumn | null {
  const { registers } = view.report;
  if (registers.length === 0) return null;
  const name = ({ register }: (typeof registers)[number]): string =>
    formatMessage({ id: `dataset.register.${register}` }, view.language);
  const said = registers.map((each) => `${name(each)} (${formatNumber(each.count)})`).join(', ');
  return {
    title: view.say('registers'),
    note: registers.length === 1 ? null : view.say('registers.mixed', { registers: said }),
    bars: groupBars(registers, name, () => 'trained', view),
  };
}

/** Answers in another script than their prompt, and those that mix registers. */
function oddAnswers(view: ReportView): Bar[] {
  const { otherScript, mixedRegisters, registers, lengths } = view.report;
  const of = lengths.find(({ of }) => of === 'answers')?.count ?? 0;
  const bar = (id: string, group: RowGroup): Bar => ({
    name: view.say(id),
    count: group.count,
    of,
    tone: 'look',
    leads: leadsOf(group, view),
  });
  if (of === 0) return [];
  const mixed = registers.length === 0 ? [] : [bar('mixed-registers', mixedRegisters)];
  return [bar('other-script', otherScript), ...mixed];
}

/** A bar for each bin, the longest as wide as there is place. */
export function binBars(bins: readonly Bin[], tone: BarTone, view: ReportView): Bar[] {
  return groupBars(bins, binName, () => tone, view);
}

function groupBars<T extends RowGroup>(
  groups: readonly T[],
  name: (group: T) => string,
  tone: (group: T) => BarTone,
  view: ReportView,
): Bar[] {
  const of = groups.reduce((most, { count }) => Math.max(most, count), 0);
  return groups.map((group) => ({
    name: name(group),
    count: group.count,
    of,
    tone: tone(group),
    leads: leadsOf(group, view),
  }));
}

/** `10–19`, `5` or `100+`. */
export function binName({ from, to }: Pick<Bin, 'from' | 'to'>): string {
  if (to === null) return `${formatNumber(from)}+`;
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
}
