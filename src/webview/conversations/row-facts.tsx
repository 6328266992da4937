import type { RowFinding } from '../../core/protocol/conversations-contract.ts';
import { useSay } from '../kit/words.ts';
import { FindingNote } from './finding-note.tsx';
import { FoldButton, FoldedJson } from './folded-part.tsx';
import type { RowProps } from './row-content.tsx';

/** The muted line over the turns: what the row is, and what was found in it as a whole. */
export function RowFacts(props: RowProps & { findings: readonly RowFinding[] }) {
  const { row, store, isCurrent, findings } = props;
  const say = useSay();
  const content = row.content.kind === 'turns' ? row.content : null;
  const short = content?.columns.filter(({ isShort }) => isShort) ?? [];
  const tools = content?.tools ?? null;
  const hasFacts =
    row.tokens !== null || short.length > 0 || tools !== null || (content?.systemAsIn ?? null) !== null;
  const names = tools?.names ?? [];
  const isOpen = (part: string): boolean => store.isUnfolded(row.number, part);
  return (
    <>
      {(hasFacts || findings.length > 0) && (
        <div class="facts small muted">
          {row.tokens !== null && (
            <span class="num">{say('conversations.tokens', { tokens: row.tokens })}</span>
          )}
          {content !== null && content.systemAsIn !== null && (
            <FoldButton
              isOpen={isOpen('system')}
              isReachable={isCurrent}
              onToggle={() => store.toggleFold(row.number, 'system')}
            >
              {say('conversations.system-as-in', { row: content.systemAsIn })}
            </FoldButton>
          )}
          {tools !== null && (
            <FoldButton
              isOpen={isOpen('tools')}
              isReachable={isCurrent}
              onToggle={() => store.toggleFold(row.number, 'tools')}
            >
              {names.length > 0
                ? say('conversations.tools', { count: names.length, names: names.join(', ') })
                : say('conversations.tools-unread')}
            </FoldButton>
          )}
          {short.map(({ name, text }) => (
            <span key={name} class="fact">
              {name} <code>{text}</code>
            </span>
          ))}
          <RowNotes {...props} />
        </div>
      )}
      {tools !== null && isOpen('tools') && <FoldedJson {...tools} />}
    </>
  );
}

/** Findings of the row as a whole stand at its right end. */
function RowNotes(props: RowProps & { findings: readonly RowFinding[] }) {
  const say = useSay();
  const { findings, row } = props;
  if (findings.length === 0 && row.moreFindings === 0) return null;
  return (
    <div class="row-notes">
      {findings.map((finding, n) => (
        <FindingNote key={n} {...props} finding={finding} />
      ))}
      {row.moreFindings > 0 && <p>{say('conversations.more-findings', { count: row.moreFindings })}</p>}
    </div>
  );
}
