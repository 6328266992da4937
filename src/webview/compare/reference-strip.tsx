import { useState } from 'preact/hooks';
import type { ReferenceLoss } from '../../core/compare/comparison.ts';
import { formatMetric } from '../kit/format-metric.ts';
import { useSay, type Say } from '../kit/words.ts';
import { lossChange } from './loss-change.ts';

type Token = ReferenceLoss['tokens'][number];

interface ReferenceStripProps {
  readonly tokens: readonly Token[];
  readonly fullBar: number;
  readonly explained: boolean;
}

/** Height of a full bar in pixels (reference-strip.css leaves 19). */
const barHeight = 18;

/**
 * The reference answer with a bar for each token: up where its loss fell, down where it rose. One stop for the keyboard: arrows go from
 * token to token and say its numbers.
 */
export function ReferenceStrip({ tokens, fullBar, explained }: ReferenceStripProps) {
  const say = useSay();
  const [pointed, setPointed] = useState<number | null>(null);
  const at = pointed === null ? undefined : tokens[pointed];
  const move = (to: number): void => setPointed(Math.min(tokens.length - 1, Math.max(0, to)));
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move((pointed ?? 0) - 1),
    ArrowRight: () => move(pointed === null ? 0 : pointed + 1),
    Home: () => move(0),
    End: () => move(tokens.length - 1),
    Escape: () => setPointed(null),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  const caption = explained
    ? say('compare-panel.reference-scale', { loss: fullBar })
    : say('compare-panel.reference');
  return (
    <>
      <div class="reference-head small muted">
        <span class="grow">{at === undefined ? caption : tokenWords(at, say)}</span>
        {explained && <StripKey />}
      </div>
      <div
        class="strip"
        role="slider"
        tabIndex={0}
        aria-label={say('compare-panel.reference')}
        aria-valuemin={1}
        aria-valuemax={tokens.length}
        aria-valuenow={(pointed ?? 0) + 1}
        aria-valuetext={tokens.length === 0 ? '' : tokenWords(at ?? tokens[0] ?? ['', 0, 0], say)}
        aria-description={say('compare-panel.reference-keys')}
        onKeyDown={onKeyDown}
        onBlur={() => setPointed(null)}
        onMouseLeave={() => setPointed(null)}
      >
        {tokens.map((token, i) => (
          <span
            key={i}
            class={`token ${lossChange(lossesOf(token))}${i === pointed ? ' pointed' : ''}`}
            style={{ '--bar': `${barOf(token, fullBar)}px` }}
            title={tokenWords(token, say)}
            onMouseEnter={() => setPointed(i)}
          >
            {visible(token[0])}
          </span>
        ))}
      </div>
    </>
  );
}

function StripKey() {
  const say = useSay();
  return (
    <>
      <span class="key">
        <i class="bar better" aria-hidden="true" />
        {say('compare-panel.key-better')}
      </span>
      <span class="key">
        <i class="bar worse" aria-hidden="true" />
        {say('compare-panel.key-worse')}
      </span>
    </>
  );
}

function lossesOf([, before, after]: Token) {
  return { before, after };
}

/** Whatever changed is seen, if only as a line. */
export function barOf([, before, after]: Token, fullBar: number): number {
  const change = Math.abs(after - before);
  if (!Number.isFinite(change) || change === 0) return 0;
  return Math.max(1, Math.min(barHeight, Math.round((barHeight * change) / fullBar)));
}

function tokenWords(token: Token, say: Say): string {
  const [text, before, after] = token;
  return say(`compare-panel.token-${lossChange(lossesOf(token))}`, {
    token: `“${visible(text)}”`,
    before: formatMetric(before),
    after: formatMetric(after),
    change: formatMetric(Math.abs(after - before)),
  });
}

/** White space that has no shape of its own gets one. */
function visible(text: string): string {
  return text.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll('\r', '␍');
}
