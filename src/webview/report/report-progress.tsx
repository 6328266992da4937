import type { ReportProgress as Progress } from '../../core/protocol/report-contract.ts';
import { useSay } from '../kit/words.ts';

/** How much of the file has been read. */
export function ReportProgress({ progress, name }: { progress: NonNullable<Progress>; name: string }) {
  const say = useSay();
  const { done, total } = progress;
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total));
  return (
    <>
      <p class="reading small" role="status">
        {say('report-panel.reading', { file: name })}
        <span class="muted num" aria-hidden="true">
          {total > 0 && `${percent} %`}
        </span>
      </p>
      <div
        class="progress"
        role="progressbar"
        aria-label={say('report-panel.progress')}
        {...(total === 0 ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent })}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}
