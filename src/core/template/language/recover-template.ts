import type { Statement } from '../syntax/nodes.ts';
import { parseTemplate } from '../syntax/parse-template.ts';
import type { Token } from '../syntax/token.ts';
import { asFault } from '../compile-cache.ts';
import { closeBlocks } from './close-blocks.ts';
import { parseTokens } from './parse-tokens.ts';
import { repairPiece, type RepairedPiece } from './repair-piece.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import { readPieces } from './template-tag.ts';

/** What can be known of a text that should be a template. Offsets of the normalised text. */
export interface RecoveredTemplate {
  readonly body: readonly Statement[];
  /** Empty exactly where the parser accepts the text. */
  readonly faults: readonly SyntaxFault[];
}

/** The statements of a template. Where the parser refuses it, those that are left when each broken tag is repaired or left out. */
export function recoverTemplate(source: string): RecoveredTemplate {
  const parsed = parse(source);
  if (!('message' in parsed)) return { body: parsed, faults: [] };
  const pieces = readPieces(source);
  const faults = pieces.flatMap(({ fault }) => fault ?? []);
  const repaired = pieces.flatMap((piece) => repairPiece(source, piece, faults));
  const tokens = closeBlocks(repaired, source.length, faults);
  const body = parseTokens(tokens);
  if (faults.length === 0) faults.push(parsed);
  return {
    body: Array.isArray(body) ? body : statementsOf(repaired),
    faults: faults.toSorted((a, b) => a.start - b.start),
  };
}

type Refusal = Extract<SyntaxFault, { kind: 'refused' }>;

function parse(source: string): Statement[] | Refusal {
  try {
    return parseTemplate(source);
  } catch (error) {
    const { message, offset } = asFault(error);
    const start = offset ?? 0;
    return { kind: 'refused', message, start, end: Math.min(start + 1, source.length) };
  }
}

/** Where even the repaired whole does not parse (it nests too deeply): what each tag says by itself. */
function statementsOf(pieces: readonly RepairedPiece[]): Statement[] {
  return pieces.flatMap(({ role, tokens }): readonly Statement[] => {
    const alone: readonly Token[] = role === 'plain' ? tokens : [];
    const parsed = parseTokens(alone);
    return Array.isArray(parsed) ? parsed : [];
  });
}
