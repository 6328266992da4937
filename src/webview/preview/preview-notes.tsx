import type { PreviewNote } from '../../core/protocol/preview-contract.ts';
import { LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';

/** What is worth a look in the text that is shown; a note about one character leads to it. */
export function PreviewNotes(props: { notes: readonly PreviewNote[]; onShow: (at: number) => void }) {
  const say = useSay();
  return (
    <section class="preview-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{say('preview-screen.worth-a-look')}</h2>
      <ul>
        {props.notes.map((note) => (
          <li key={note.sentence}>
            <Icon
              name={note.tone === 'warning' ? 'warning' : 'info'}
              tone={note.tone === 'warning' ? 'warn' : 'info'}
            />
            <span>
              {note.sentence}{' '}
              {note.at !== null && (
                <LinkButton
                  label={`${say('preview-screen.show-character')}: ${note.sentence}`}
                  onClick={() => props.onShow(note.at ?? 0)}
                >
                  {say('preview-screen.show-character')}
                </LinkButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
