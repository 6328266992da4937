import { analyzeTemplate, type TemplateAnalysis } from './template-analysis.ts';
import { sourceOffsets } from './source-offsets.ts';
import { readPieces, type TemplatePiece } from './template-tag.ts';
import type { Range, Variable } from './variable.ts';

/** A template as an editor asks about it. Every place that it takes or gives is a UTF-16 offset in the text as given. */
export class TemplateDocument {
  readonly analysis: TemplateAnalysis;
  /** Places of pieces, as those of the analysis, are in `analysis.source`. */
  readonly pieces: readonly TemplatePiece[];
  private readonly offset: (offset: number) => number;

  constructor(text: string) {
    this.analysis = analyzeTemplate(text);
    this.pieces = readPieces(this.analysis.source);
    this.offset = sourceOffsets(text);
  }

  /** A place of the source in the text as given. */
  place({ start, end }: Range): Range {
    return { start: this.offset(start), end: this.offset(end) };
  }

  /** An offset of the text as given in the source. */
  inSource(offset: number): number {
    const { text, source } = this.analysis;
    if (text.length === source.length) return offset;
    const before = text.slice(0, offset).replace(/\r\n?/g, '\n');
    return Math.min(before.length, source.length);
  }

  /** The tag at an offset of the source: its marks do not count, its end does where it is not closed. */
  tagAt(at: number): TemplatePiece | null {
    return (
      this.pieces.find(
        (piece) =>
          piece.kind !== 'text' &&
          at >= piece.start + 2 &&
          (isClosed(piece) ? at < piece.end - 1 : at <= piece.end),
      ) ?? null
    );
  }

  /** The variable that is defined or read at a place of the source. Where a name may mean two, that of the template comes first. */
  variableAt(start: number): Variable | null {
    const here = this.analysis.variables.filter(({ definitions, uses }) =>
      [...definitions, ...uses].some((place) => place.start === start),
    );
    return here.find(({ kind }) => kind !== 'outside') ?? here[0] ?? null;
  }
}

/** Whether a tag has its closing mark. */
export function isClosed({ tokens }: TemplatePiece): boolean {
  const last = tokens.at(-1)?.type;
  return last === 'block_end' || last === 'variable_end';
}
