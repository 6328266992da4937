import { render, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../core/text/message.ts';
import { Notice } from './notice.tsx';
import { LanguageContext, pageLanguage, useSay } from './words.ts';

/** Puts the page into the element that the host's document has for it. */
export function mountPage(page: ComponentChildren): void {
  const root = document.getElementById('root');
  if (root !== null) render(page, root);
}

/** Sets the language of all that is inside, for the words and for line breaks and screen readers. */
export function Localized(props: { language: Language; children: ComponentChildren }) {
  useEffect(() => {
    document.documentElement.lang = props.language;
  }, [props.language]);
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

/** What stands there until the host has answered: bars after 200 ms, a sentence if it never will. */
export function WaitingPage(props: { failed: boolean }) {
  return (
    <Localized language={pageLanguage()}>
      <main class="panel waiting">{props.failed ? <NoAnswer /> : <Skeleton />}</main>
    </Localized>
  );
}

function NoAnswer() {
  const say = useSay();
  return <Notice icon="error" tone="bad" sentence={say('screen.no-answer')} />;
}

const widths = ['42%', '58%', '30%', '76%', '64%', '88%'];

/** Grey bars where text will be; nothing for the first 200 ms, so that quick answers do not flicker. */
export function Skeleton() {
  const say = useSay();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="skeletons" role="status" aria-busy="true" aria-label={say('screen.loading')}>
      {widths.map((width) => (
        <span key={width} class="skeleton" style={{ width }} />
      ))}
    </div>
  );
}
