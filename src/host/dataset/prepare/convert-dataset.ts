import * as vscode from 'vscode';
import { areAnswered } from '../../../core/dataset/prepare/convert/column-questions.ts';
import { conversionTarget, type ConversionTarget } from '../../../core/dataset/prepare/convert/example.ts';
import type { ColumnSettings } from '../../../core/dataset/prepare/preparation.ts';
import { previewTexts } from '../../../core/dataset/prepare/preview/preview-texts.ts';
import type { ConversionPreview } from '../../../core/dataset/prepare/preview/row-preview.ts';
import { unreachable } from '../../../core/text/unreachable.ts';
import { displayLanguage } from '../../kit/settings.ts';
import { say } from '../../kit/say.ts';
import { askColumns } from './ask-columns.ts';
import { chooseNewFile } from './choose-new-file.ts';
import type { PrepareSession } from './prepare-session.ts';

/** What the user has answered up to now. */
interface Draft {
  readonly to: ConversionTarget;
  readonly map: ColumnSettings;
}

/** *Convert Dataset…*: the format, what the columns are where nobody knows, and the first rows before and after; then the new file. */
export async function convertDataset(session: PrepareSession): Promise<void> {
  const to = await askFormat();
  if (to === undefined) return;
  const draft = await withKnownColumns(session, { to, map: [] });
  if (draft === undefined) return;
  const { previews } = session.preparations;
  let key: string | null = null;
  const show = async (next: Draft): Promise<ConversionPreview> => {
    const preview = await session.previewConversion(next.to, next.map);
    const title = say('prepare.convert.preview', { file: session.name, format: next.to });
    const texts = previewTexts(preview.rows, displayLanguage());
    key = await previews.show(key, session.dataset, title, texts);
    return preview;
  };
  try {
    const agreed = await agree(session, draft, show);
    if (agreed !== undefined) await write(session, agreed);
  } finally {
    if (key !== null) await previews.close(key);
  }
}

/** Asks what the columns are if the first rows do not say it. */
async function withKnownColumns(session: PrepareSession, draft: Draft): Promise<Draft | undefined> {
  const { unknown } = await session.previewConversion(draft.to, draft.map);
  return unknown === 0 ? draft : withColumns(session, draft);
}

/** Undefined if the user gives it up. */
async function withColumns(session: PrepareSession, draft: Draft): Promise<Draft | undefined> {
  const map = await askColumns(draft.to, await session.columns());
  return map === undefined ? undefined : { ...draft, map };
}

/** Shows the first rows until the user likes what becomes of them. Undefined if it is given up. */
async function agree(
  session: PrepareSession,
  first: Draft,
  show: (draft: Draft) => Promise<ConversionPreview>,
): Promise<Draft | undefined> {
  for (let draft = first; ;) {
    const step = await askNext(await show(draft));
    switch (step) {
      case undefined:
        return undefined;
      case 'write':
        return draft;
      case 'format': {
        const to = await askFormat();
        if (to !== undefined)
          draft = (await withKnownColumns(session, { to, map: keptMap(draft, to) })) ?? draft;
        break;
      }
      case 'columns':
        draft = (await withColumns(session, draft)) ?? draft;
        break;
      default:
        return unreachable(step);
    }
  }
}

/** What was answered for one format is not asked again for another that wants to know the same. */
function keptMap({ map }: Draft, to: ConversionTarget): ColumnSettings {
  return areAnswered(to, map) ? map : [];
}

async function write(session: PrepareSession, { to, map }: Draft): Promise<void> {
  const { dataset, input, version } = session;
  const chosen = await chooseNewFile(dataset, to);
  if (chosen !== undefined) await session.write({ kind: 'convert', version, ...chosen, input, to, map });
}

async function askFormat(): Promise<ConversionTarget | undefined> {
  const picks = conversionTarget.options.map((to) => ({
    label: to,
    detail: say(`prepare.format.${to}`),
    to,
  }));
  const title = say('prepare.ask.format');
  return (await vscode.window.showQuickPick(picks, { title, matchOnDetail: true, ignoreFocusOut: true }))?.to;
}

type Step = 'write' | 'format' | 'columns';

async function askNext({ rows }: ConversionPreview): Promise<Step | undefined> {
  const left = rows.filter(({ after }) => after.length === 0).length;
  const steps: readonly Step[] = ['write', 'format', 'columns'];
  const picks = steps.map((step) => ({
    label: say(`prepare.next.${step}`),
    detail: step === 'columns' ? ambiguity(rows) : '',
    step,
  }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: say('prepare.convert.shown', { rows: rows.length, left }),
    placeHolder: say('prepare.next.escape'),
    ignoreFocusOut: true,
  });
  return chosen?.step;
}

/** Columns of several formats in one row: which of them counts is a guess that the user may correct. */
function ambiguity(rows: ConversionPreview['rows']): string {
  const id = 'prepare.loss.other-columns';
  const count = rows.filter(({ notes }) => notes.some((note) => note.id === id)).length;
  return count === 0 ? '' : say(id, { count });
}
