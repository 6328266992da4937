import type { JobView } from '../../core/protocol/run-contract.ts';
import { LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';

/** What is to be said of a run's job beside its state: who waits for whom, whether it can be heard, where its result is. */
export function JobLine(props: { job: JobView; running: boolean; onOpen: () => void }) {
  const { job, running } = props;
  const say = useSay();
  return (
    <>
      {job.contact !== null && (
        <p class="job-contact" role="status">
          <Icon name="debug-disconnect" tone="warn" />
          <span>{job.contact}</span>
        </p>
      )}
      <p class="muted small job-line">
        {job.simulated && <span>{say('screen.job.simulated')}</span>}
        {running && job.message !== null && <span>{job.message}</span>}
        {job.fetched && <span>{say('screen.job.fetched', { folder: job.folder })}</span>}
        {job.url !== '' && <LinkButton onClick={props.onOpen}>{say('screen.job.page')}</LinkButton>}
      </p>
    </>
  );
}
