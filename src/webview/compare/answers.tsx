import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComparedPrompt, Comparison } from '../../core/compare/comparison.ts';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { useSay } from '../kit/words.ts';
import { arrangePrompts } from './arrange-prompts.ts';
import { AskBox } from './ask-box.tsx';
import type { CompareHost } from './compare-host.ts';
import { fullBar, lossScale } from './loss-scale.ts';
import { PromptPair } from './prompt-pair.tsx';
import { RowList } from './row-list.tsx';

interface AnswersProps extends Pick<ComparisonView, 'progress' | 'streaming'> {
  readonly comparison: Comparison;
  readonly host: CompareHost;
}

/** The rows at the left and what both models answered at the right; the user's own prompts come first. */
export function Answers({ comparison, progress, streaming, host }: AnswersProps) {
  const say = useSay();
  const { rows, own } = useMemo(() => arrangePrompts(comparison.prompts), [comparison]);
  const pane = useRef<HTMLDivElement>(null);
  const current = streaming[0] ?? own[0] ?? rows[0];
  const { selected, select, stay, follow } = useSelected(pane, current?.index ?? null);
  const bar = useMemo(() => fullBar(rows), [rows]);
  const file = fileName(comparison.data?.path ?? '');

  const pair = (prompt: ComparedPrompt) => (
    <PromptPair
      key={prompt.index}
      id={pairId(prompt.index)}
      prompt={prompt}
      file={file}
      mostTokens={comparison.generation.maxNewTokens}
      writing={streaming.filter(({ index }) => index === prompt.index)}
      running={progress !== null && progress.phase !== 'waiting'}
      fullBar={bar}
      explained={prompt.index === rows[0]?.index}
      onOpenRow={host.openRow}
    />
  );
  return (
    <div class={rows.length > 0 ? 'compare-main' : 'compare-main single'}>
      {rows.length > 0 && (
        <RowList
          rows={rows}
          scale={lossScale(rows)}
          file={file}
          selected={selected}
          onSelect={select}
          onEnter={(index) => document.getElementById(pairId(index))?.focus()}
          onOpenRow={host.openRow}
        />
      )}
      <div class="answers">
        <div class="pairs" ref={pane} onWheel={stay} onPointerDown={stay} onKeyDown={stay}>
          {own.length > 0 && <h2>{say('compare-panel.own')}</h2>}
          {own.map(pair)}
          {own.length > 0 && rows.length > 0 && <h2>{say('compare-panel.rows')}</h2>}
          {rows.map(pair)}
        </div>
        <AskBox
          progress={progress}
          onAsk={(text) => {
            follow();
            return host.ask(text);
          }}
        />
      </div>
    </div>
  );
}

/**
 * The prompt whose answers are in view. Until its reader chooses or scrolls, and again once they ask, the pane follows what is answered.
 * Where the page is one column there is no pane to scroll, and the page stays where it is.
 */
function useSelected(pane: RefObject<HTMLElement | null>, current: number | null) {
  const [chosen, setChosen] = useState<number | null>(null);
  const follows = useRef(true);
  const show = (index: number): void => {
    const pair = document.getElementById(pairId(index));
    if (pane.current === null || pair === null) return;
    const heading = pair.previousElementSibling;
    pane.current.scrollTop = (heading instanceof HTMLHeadingElement ? heading : pair).offsetTop;
  };
  useEffect(() => {
    if (current !== null && follows.current) show(current);
  }, [current]);
  const stay = (): void => {
    follows.current = false;
  };
  const follow = (): void => {
    follows.current = true;
  };
  const select = (index: number): void => {
    stay();
    setChosen(index);
    show(index);
  };
  return { selected: chosen ?? current, select, stay, follow };
}

function pairId(index: number): string {
  return `pair-${index}`;
}

export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
