import type { ShownTurn, TurnPart } from '../../core/conversations/shown-row.ts';
import type { RowFinding } from '../../core/protocol/conversations-contract.ts';
import { useSay } from '../kit/words.ts';
import { FindingNote } from './finding-note.tsx';
import { FoldedPart } from './folded-part.tsx';
import type { RowProps } from './row-content.tsx';
import { isEdited } from './conversations-store.ts';
import { TextPart } from './text-part.tsx';

interface TurnViewProps extends RowProps {
  readonly turn: ShownTurn;
  readonly number: number;
  /** Whether the name of the list that it belongs to stands above it. */
  readonly isFirstOfList: boolean;
  readonly findings: readonly RowFinding[];
}

/** Who speaks, what is said, and what was found in it. */
export function TurnView(props: TurnViewProps) {
  const { turn, number, isFirstOfList, findings, row, store } = props;
  const say = useSay();
  const role = turn.label ?? say('conversations.no-role');
  const label = say('conversations.turn', { role, n: number });
  const parts = turn.parts.filter(
    (part, n) =>
      !isCovered(turn.parts, n, part, store.saved.edit, row) && !isNothing(part, turn.parts.length),
  );
  return (
    <>
      {isFirstOfList && <p class="list-name small muted">{turn.list}</p>}
      <div class={turn.list === null ? 'turn' : 'turn of-list'}>
        <span class={turn.label === null ? 'role muted' : 'role'}>{role}</span>
        <div class="said">
          {parts.map((part, n) =>
            part.kind === 'text' ? (
              <TextPart key={n} {...props} part={{ ...part, isOwn: true }} label={label} />
            ) : (
              <FoldedPart key={n} {...props} part={part} label={label} />
            ),
          )}
          {findings.map((finding, n) => (
            <FindingNote key={`finding ${n}`} {...props} finding={finding} />
          ))}
        </div>
      </div>
    </>
  );
}

/** A call needs no text beside it; where nothing else is said, it is worth seeing that the text is empty. */
function isNothing(part: TurnPart, parts: number): boolean {
  return part.kind === 'text' && part.text === '' && parts > 1;
}

/** A string with thoughts in it has several parts: while it is edited, the first of them shows all of it. */
function isCovered(
  parts: readonly TurnPart[],
  at: number,
  part: TurnPart,
  edit: Parameters<typeof isEdited>[0],
  row: RowProps['row'],
): boolean {
  if (!isEdited(edit, row, part.pointer)) return false;
  return parts.findIndex(({ pointer }) => pointer === part.pointer) < at;
}
