import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useSay } from '../kit/words.ts';
import { logTail } from './log-tail.ts';

const lines = 200;

/** The end of the output. It follows what is printed, unless its reader has scrolled up. */
export function LogText({ log }: { log: string }) {
  const say = useSay();
  const element = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  const text = useMemo(() => logTail(log, lines), [log]);
  useEffect(() => {
    const pre = element.current;
    if (pre !== null && follows.current) pre.scrollTop = pre.scrollHeight;
  }, [text]);
  const onScroll = (): void => {
    const pre = element.current;
    if (pre !== null) follows.current = pre.scrollHeight - pre.scrollTop - pre.clientHeight < 24;
  };
  if (text === '') return <p class="muted">{say('screen.log.empty')}</p>;
  return (
    <pre class="log" ref={element} tabIndex={0} aria-label={say('word.log')} onScroll={onScroll}>
      {text}
    </pre>
  );
}
