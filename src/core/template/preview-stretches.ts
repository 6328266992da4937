import * as v from 'valibot';
import { Gaps } from './preview-gaps.ts';
import type { DataPlace, TracePiece } from './trace/trace-piece.ts';

/** What a stretch of rendered text belongs to. */
export const stretchOwner = v.variant('kind', [
  v.object({ kind: v.literal('message'), index: v.number(), role: v.string() }),
  v.object({ kind: v.literal('tools') }),
  v.object({ kind: v.literal('documents') }),
  v.object({ kind: v.literal('generation-prompt') }),
  /** The template's own words, such as a default system prompt. */
  v.object({ kind: v.literal('template') }),
]);
export type StretchOwner = v.InferOutput<typeof stretchOwner>;

/** A stretch of rendered text from an UTF-16 offset to the next stretch. */
export const ownedStretch = v.object({ start: v.number(), owner: stretchOwner });
export type OwnedStretch = v.InferOutput<typeof ownedStretch>;

/** Neighbouring pieces whose data belong to one owner. */
interface Anchor {
  readonly key: string;
  readonly owner: StretchOwner;
  readonly first: number;
  last: number;
}

/**
 * Cuts a rendered text where one message ends and the next begins. Text from a message's data is that message's; the template's own
 * text between two messages is cut before the token that opens the next one, else where the template jumps back to begin its loop
 * anew, else before its last piece.
 * @param roles of the messages, in order; @param eos a token that closes a message whatever its form
 * @param promptAt where the generation prompt begins; null if there is none
 */
export function ownedStretches(
  text: string,
  pieces: readonly TracePiece[],
  roles: readonly string[],
  eos: string | undefined,
  promptAt: number | null,
): OwnedStretch[] {
  const gaps = new Gaps(text, pieces, eos);
  const anchors = anchorsOf(pieces, roles);
  const stretches: OwnedStretch[] = [];
  const add = (start: number, owner: StretchOwner): void => {
    if (stretches.at(-1)?.start === start) stretches.pop();
    if (start < text.length) stretches.push({ start, owner });
  };
  add(0, { kind: 'template' });
  let before = -1;
  for (const { owner, first, last } of anchors) {
    add(before < 0 ? gaps.leading(first) : gaps.between(before, first), owner);
    before = last;
  }
  if (promptAt !== null) add(promptAt, { kind: 'generation-prompt' });
  else if (before >= 0) add(gaps.trailing(before), { kind: 'template' });
  return stretches;
}

function anchorsOf(pieces: readonly TracePiece[], roles: readonly string[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (const [at, { data }] of pieces.entries()) {
    const owner = data === null ? null : ownerOf(data.path, roles);
    if (owner === null) continue;
    const key = owner.kind === 'message' ? `message ${owner.index}` : owner.kind;
    const previous = anchors.at(-1);
    if (previous?.key === key) previous.last = at;
    else anchors.push({ key, owner, first: at, last: at });
  }
  return anchors;
}

function ownerOf(path: DataPlace['path'], roles: readonly string[]): StretchOwner | null {
  const [top, index] = path;
  if (top === 'messages' && typeof index === 'number')
    return { kind: 'message', index, role: roles[index] ?? '' };
  return top === 'tools' || top === 'documents' ? { kind: top } : null;
}
