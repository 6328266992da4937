import type { ShownTurn } from '../../core/conversations/shown-row.ts';
import type {
  ConversationRow,
  ConversationsView,
  RowFinding,
} from '../../core/protocol/conversations-contract.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import type { ConversationsStore } from './conversations-store.ts';
import { FindingNote } from './finding-note.tsx';
import { FoldedPart } from './folded-part.tsx';
import { RowFacts } from './row-facts.tsx';
import { TextPart } from './text-part.tsx';
import { TurnView } from './turn-view.tsx';

/** What every part of a row is drawn from. */
export interface RowProps {
  readonly row: ConversationRow;
  readonly view: ConversationsView;
  readonly store: ConversationsStore;
  /** Whether the keyboard is in the row: its links can be reached then. */
  readonly isCurrent: boolean;
}

/** The facts and the turns of a row, or its text where it has none. */
export function RowContent(props: RowProps) {
  const { row } = props;
  const { content } = row;
  switch (content.kind) {
    case 'turns':
      return <Turns {...props} content={content} />;
    case 'value':
      return (
        <>
          <RowFacts {...props} findings={row.findings} />
          <TextPart {...props} part={{ ...content, isOwn: false }} label="" />
        </>
      );
    case 'raw':
      return <RawText {...props} content={content} />;
    default:
      return unreachable(content);
  }
}

type ContentOf<K extends ConversationRow['content']['kind']> = Extract<
  ConversationRow['content'],
  { kind: K }
>;

function Turns(props: RowProps & { content: ContentOf<'turns'> }) {
  const { row, content, store } = props;
  const say = useSay();
  const own = turnOfFindings(row.findings, content.turns);
  const ofRow = row.findings.filter((finding) => !own.has(finding));
  const hidesSystem =
    content.systemAsIn !== null &&
    !store.isUnfolded(row.number, 'system') &&
    ![...own.values()].includes(content.turns[0]?.pointer ?? '');
  const long = content.columns.filter(({ isShort }) => !isShort);
  return (
    <>
      <RowFacts {...props} findings={ofRow} />
      {content.turns.map((turn, n) =>
        n === 0 && hidesSystem ? null : (
          <TurnView
            {...props}
            key={turn.pointer}
            turn={turn}
            number={n + 1}
            isFirstOfList={turn.list !== null && content.turns[n - 1]?.list !== turn.list}
            findings={row.findings.filter((finding) => own.get(finding) === turn.pointer)}
          />
        ),
      )}
      {content.moreTurns > 0 && (
        <p class="part-note muted small">{say('conversations.more-turns', { count: content.moreTurns })}</p>
      )}
      {long.map((column) => (
        <div key={column.name} class="turn">
          <span class="role">{column.name}</span>
          <div class="said">
            <FoldedPart {...props} part={{ kind: 'value', ...column, name: '' }} label={column.name} />
          </div>
        </div>
      ))}
    </>
  );
}

/** Which turn a finding stands under: the one that its value lies in. */
function turnOfFindings(
  findings: readonly RowFinding[],
  turns: readonly ShownTurn[],
): ReadonlyMap<RowFinding, string> {
  const own = new Map<RowFinding, string>();
  for (const finding of findings) {
    const { pointer } = finding;
    const turn = turns.find((each) => pointer === each.pointer || pointer?.startsWith(`${each.pointer}/`));
    if (turn !== undefined) own.set(finding, turn.pointer);
  }
  return own;
}

/** A row that is no JSON, or too large to be read. */
function RawText(props: RowProps & { content: ContentOf<'raw'> }) {
  const { row, content } = props;
  const say = useSay();
  const isBroken = content.reason === 'broken';
  return (
    <>
      <p class="finding muted">
        <Icon name={isBroken ? 'error' : 'info'} tone={isBroken ? 'bad' : 'info'} />
        <span>{say(isBroken ? 'conversations.broken' : 'conversations.too-large')}</span>
      </p>
      <TextPart {...props} part={{ ...content, isOwn: false }} label="" />
      {row.findings.map((finding, n) => (
        <FindingNote key={n} {...props} finding={finding} />
      ))}
    </>
  );
}
