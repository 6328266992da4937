import { leadsOf } from './leads.ts';
import type { Bar, BarColumn, Block, ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** What would be trained under the usual settings, as far as it can be said without a tokenizer. */
export function trainingSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const { format, rows } = report.file;
  const id = format === 'sharegpt' ? 'messages' : format;
  const blocks: Block[] = [{ kind: 'sentence', text: say(`training.${id}`) }];
  const columns = format === 'text' || format === 'unknown' ? [] : shares(view);
  if (columns.length > 0) blocks.push({ kind: 'columns', columns });
  if (format !== 'unknown') {
    const { withoutAnswer } = report.training;
    const lacking: Bar = {
      name: say('training.without-answer'),
      count: withoutAnswer.rows,
      of: rows,
      tone: 'look',
      leads: leadsOf(withoutAnswer, view),
    };
    blocks.push({ kind: 'bars', bars: [lacking] });
  }
  return { id: 'training', title: say('training'), note: say('training.note'), blocks };
}

/** Turns and characters, of answers and of all else; a file without conversations has no turns to tell apart. */
function shares(view: ReportView): BarColumn[] {
  const { say, report } = view;
  const { answerCharacters, characters, answerTurns, turns } = report.training;
  const inCharacters = share('training.answers', 'training.rest', answerCharacters, characters, view);
  const inTurns = share('training.answer-turns', 'training.other-turns', answerTurns, turns, view);
  return [
    ...(turns === 0 ? [] : [{ title: say('training.in-turns'), note: null, bars: inTurns }]),
    { title: say('training.in-characters'), note: null, bars: inCharacters },
  ];
}

function share(answers: string, rest: string, part: number, whole: number, { say }: ReportView): Bar[] {
  return [
    { name: say(answers), count: part, of: whole, tone: 'trained', leads: null },
    { name: say(rest), count: whole - part, of: whole, tone: 'plain', leads: null },
  ];
}
