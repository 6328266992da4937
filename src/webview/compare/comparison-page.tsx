import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { Icon } from '../kit/icon.tsx';
import { Notice } from '../kit/notice.tsx';
import { Skeleton } from '../kit/page.tsx';
import { Answers } from './answers.tsx';
import { CompareHead } from './compare-head.tsx';
import type { CompareHost } from './compare-host.ts';
import { ComparePhases } from './compare-phases.tsx';
import { KeyNumbers } from './key-numbers.tsx';

interface ComparisonPageProps {
  readonly view: ComparisonView;
  readonly host: CompareHost;
}

/** A comparison: what it is of, its numbers, its rows from the worst on, and the answers before and after. */
export function ComparisonPage({ view, host }: ComparisonPageProps) {
  const { comparison, progress } = view;
  return (
    <main class="panel compare">
      <CompareHead view={view} host={host} />
      {progress !== null && progress.phase !== 'waiting' && (
        <ComparePhases progress={progress} measures={comparison === null || comparison.data !== null} />
      )}
      <Remarks fault={view.fault} notes={view.notes} />
      {comparison === null ? (
        progress !== null && <Waiting />
      ) : (
        <>
          <KeyNumbers comparison={comparison} />
          <Answers comparison={comparison} progress={progress} streaming={view.streaming} host={host} />
        </>
      )}
    </main>
  );
}

function Waiting() {
  return (
    <div class="waiting">
      <Skeleton />
    </div>
  );
}

function Remarks({ fault, notes }: Pick<ComparisonView, 'fault' | 'notes'>) {
  if (fault === null && notes.length === 0) return null;
  return (
    <div class="remarks">
      {fault !== null && <Notice icon="error" tone="bad" sentence={fault} />}
      {notes.map((note) => (
        <div key={note} class="remark">
          <Icon name="info" tone="info" />
          <p>{note}</p>
        </div>
      ))}
    </div>
  );
}
