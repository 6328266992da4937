import { overlapViewWords } from '../../core/dataset/overlap/view-words.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { MOST_COMPARED, type OverlapState } from '../../node/dataset/held-out-comparisons.ts';
import { say } from '../kit/say.ts';
import type { Pairing } from './dataset-nodes.ts';

addSentences(overlapViewWords);

/** What the Datasets view says of a file's overlap: in its line only what is known, in its tooltip also how to know it. */
export interface OverlapNotes {
  readonly line: string;
  readonly tooltip: readonly string[];
}

/** @param heldOut the files that are held out for this one */
export function overlapNotes(
  state: OverlapState | null,
  pairing: Pairing,
  heldOut: readonly { readonly name: string; readonly state: OverlapState | null }[],
): OverlapNotes {
  const of = state?.kind === 'compared' ? state.overlap : null;
  const line = of === null ? '' : say(idOf(of.findings.length), { rows: of.findings.length });
  const compared = of === null ? [] : [comparedWith(of.with.join(', '), of.findings.length)];
  const others = heldOut.flatMap(({ name, state: other }) =>
    other?.kind === 'compared' ? [comparedWith(name, other.overlap.findings.length)] : [],
  );
  return { line, tooltip: [...compared, ...waitingNotes(state, pairing), ...others] };
}

/** Why nothing is known of the overlap, with the cure. */
export function waitingNotes(state: OverlapState | null, { heldOutFor }: Pairing): string[] {
  const id = state === null ? undefined : WAITING[state.kind];
  if (id === undefined) return [];
  return [say(id, { files: heldOutFor.join(', '), megabytes: MOST_COMPARED / 1e6 })];
}

const WAITING: Partial<Record<OverlapState['kind'], string>> = {
  waits: 'dataset.view.not-compared',
  comparing: 'dataset.view.comparing',
  failed: 'dataset.view.compare-failed',
};

function idOf(rows: number): string {
  return rows === 0 ? 'dataset.view.no-overlap' : 'dataset.view.overlap';
}

function comparedWith(files: string, rows: number): string {
  return say(rows === 0 ? 'dataset.view.compared-apart' : 'dataset.view.compared', { files, rows });
}
