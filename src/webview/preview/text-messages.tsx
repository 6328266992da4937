import type { PreviewText } from '../../core/protocol/preview-contract.ts';
import type { Ranges } from '../../core/template/preview-ranges.ts';
import type { StretchOwner } from '../../core/template/preview-stretches.ts';
import { useSay, type Say } from '../kit/words.ts';
import { linePieces, type LinePiece, type TextLine } from './text-lines.ts';

interface Props {
  readonly body: PreviewText;
  readonly lines: readonly TextLine[];
  /** The lines that are drawn, `last` excluded. */
  readonly first: number;
  readonly last: number;
  readonly marks: Ranges;
  /** Whether what is trained is set apart. */
  readonly trained: boolean;
}

/** The drawn lines, message by message. */
export function TextMessages(props: Props) {
  const say = useSay();
  const { body, lines, first, last } = props;
  const groups: TextLine[][] = [];
  for (const line of lines.slice(first, last)) {
    const group = groups.at(-1);
    if (group?.[0]?.stretch === line.stretch) group.push(line);
    else groups.push([line]);
  }
  const named = body.stretches.length > 1;
  return (
    <>
      {groups.map((group) => {
        const stretch = group[0]?.stretch ?? 0;
        const owner = body.stretches[stretch]?.owner;
        const name = owner === undefined || !named ? '' : nameOf(owner, say);
        return (
          <div
            key={stretch}
            class={named ? 'message named' : 'message'}
            data-owner={name}
            role="group"
            aria-label={owner?.kind === 'message' ? `${name} messages[${owner.index}]` : name}
          >
            <div class="lines">
              {group.map((line) => (
                <Line key={line.start} line={line} {...props} />
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}

function nameOf(owner: StretchOwner, say: Say): string {
  switch (owner.kind) {
    case 'message':
      return owner.role;
    case 'tools':
      return 'tools';
    case 'documents':
      return 'documents';
    case 'generation-prompt':
      return say('preview-screen.generation-prompt');
    case 'template':
      return say('preview-screen.template');
  }
}

function Line(props: Props & { line: TextLine }) {
  const { body, marks, line, trained } = props;
  const pieces = linePieces(body, marks, line);
  const runs: LinePiece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run?.[0]?.trained === piece.trained) run.push(piece);
    else runs.push([piece]);
  }
  return (
    <div class="line" data-at={line.start}>
      {runs.map((run, i) => (
        <span key={i} class={trained && run[0]?.trained === true ? 'trained' : 'untrained'}>
          {run.map((piece) => (
            <PieceText key={piece.start} piece={piece} text={body.text.slice(piece.start, piece.end)} />
          ))}
        </span>
      ))}
    </div>
  );
}

function PieceText(props: { piece: LinePiece; text: string }) {
  const { special, isBreak, marked, dated } = props.piece;
  const looks = { special, 'line-break': isBreak, marked, dated };
  const names = Object.entries(looks)
    .filter(([, has]) => has)
    .map(([name]) => name)
    .join(' ');
  return names === '' ? <>{props.text}</> : <span class={names}>{props.text}</span>;
}
