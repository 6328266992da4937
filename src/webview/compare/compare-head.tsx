import { useState } from 'preact/hooks';
import type { Comparison } from '../../core/compare/comparison.ts';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { LinkButton, SecondaryButton } from '../kit/button.tsx';
import { useSay, type Say } from '../kit/words.ts';
import { fileName } from './answers.tsx';
import type { CompareHost } from './compare-host.ts';

/** What is compared with what, on which rows, and the way to stop or to begin anew. */
export function CompareHead({ view, host }: { view: ComparisonView; host: CompareHost }) {
  const say = useSay();
  const { comparison, progress } = view;
  const running = progress !== null && progress.phase !== 'waiting';
  return (
    <header class="head">
      <div class="grow">
        <h1>
          {comparison === null
            ? view.name
            : say('compare-panel.title', { name: view.name, model: comparison.before.name })}
        </h1>
        {comparison !== null && (
          <p class="muted">
            {facts(comparison, say).join(' · ')}
            {isSaved(comparison) && (
              <>
                {'\u2002'}
                <LinkButton onClick={host.openFile}>{say('compare-panel.open-file')}</LinkButton>
              </>
            )}
          </p>
        )}
      </div>
      {running ? (
        <CancelButton onCancel={host.cancel} />
      ) : (
        <SecondaryButton icon="refresh" onClick={host.again}>
          {say('compare-panel.again')}
        </SecondaryButton>
      )}
    </header>
  );
}

/** Its file is written with the first losses, or with the first answer where none are measured. */
function isSaved({ loss, prompts }: Comparison): boolean {
  return loss !== null || prompts.some(({ before, after }) => before !== null || after !== null);
}

function CancelButton({ onCancel }: { onCancel: () => void }) {
  const say = useSay();
  const [pressed, setPressed] = useState(false);
  const cancel = (): void => {
    setPressed(true);
    onCancel();
  };
  return (
    <SecondaryButton icon="debug-stop" disabled={pressed} onClick={cancel}>
      {say(pressed ? 'compare-panel.cancelling' : 'compare-panel.cancel')}
    </SecondaryButton>
  );
}

function facts({ run, data, loss, prompts, generation }: Comparison, say: Say): string[] {
  const settings = say('compare-panel.settings', { tokens: generation.maxNewTokens });
  if (data === null) return [settings];
  const rows = loss?.rows ?? prompts.filter(({ source }) => source === 'held-out').length;
  const of = say('compare-panel.rows-of', { rows, file: fileName(data.path) });
  // What else than a run was trained on is not known.
  const apart = run !== null && data.alsoTrained.length === 0 ? [say('compare-panel.none-trained')] : [];
  return [[of, ...apart].join(', '), settings];
}
