/** Lines of a Korean text that belong together, without those that are no prose. */
export interface TextBlock {
  /** Verse stands as it is written; a passage is said by the lines around it to be an example, a summary or a quotation. */
  readonly kind: 'prose' | 'list' | 'verse' | 'passage';
  readonly lines: readonly string[];
}

/** Tables, headings, quotations, and the words of a speaker. */
const NO_PROSE = /^\s*(?:\||#|>|[가-힣A-Za-z0-9 ]{1,10}:\s)/;
const ITEM = /^\s*(?:\*\*)?(?:[-*+•·○◦▪‣–]\s|\d{1,3}[.)]\s|\(\d{1,3}\)|[①-⑳]|[가-하ㄱ-ㅎA-Za-z][.)]\s)/;
/** A bullet, or more of the item above. */
const CONTINUED = /^(?:\s{2,}|\t)\S/;

export function blocksOfText(text: string): TextBlock[] {
  const paragraphs = paragraphsOf(text.split('\n'));
  return paragraphs.flatMap((paragraph, n) => {
    const isPassage = announces(paragraphs[n - 1]) || refersBack(paragraphs[n + 1]);
    return blocksOf(paragraph, isPassage);
  });
}

/** Parted by empty lines, and after a colon. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  const end = (): void => {
    if (current.length > 0) paragraphs.push(current);
    current = [];
  };
  for (const line of lines) {
    if (line.trim() !== '') current.push(line);
    if (line.trim() === '' || /[:：]\s*$/.test(line)) end();
  }
  end();
  return paragraphs;
}

/** Ends of what says that something follows that is given to read. */
const ANNOUNCING =
  /(?:[:：]|(?:다음|아래)(?:과|와)? 같[가-힣]+[.!]?|(?:예시|예문)[가-힣]{0,4}[.!]?|(?:써|지어|적어|만들어|옮겨|고쳐|바꾸어|바꿔|번역해|요약해|작성해|정리해) (?:보|봤|드)[가-힣]+[.!?~]*)\s*$/;
const REFERRING_BACK = /^\s*(?:위(?:와|의|에|는| )|이상(?:이|입|과|으|은| ))/;

function announces(paragraph: readonly string[] | undefined): boolean {
  return ANNOUNCING.test(paragraph?.at(-1)?.slice(-LONGEST_END) ?? '');
}

/** What of a line is looked at. */
const LONGEST_END = 60;

function refersBack(paragraph: readonly string[] | undefined): boolean {
  return REFERRING_BACK.test(paragraph?.[0] ?? '');
}

/** Its lists, and the lines between them. */
function blocksOf(paragraph: readonly string[], isPassage: boolean): TextBlock[] {
  const blocks: { kind: 'prose' | 'list'; lines: string[] }[] = [];
  for (const line of paragraph) {
    if (NO_PROSE.test(line)) continue;
    const last = blocks.at(-1);
    const isList = ITEM.test(line) || (last?.kind === 'list' && CONTINUED.test(line));
    const kind = isList ? 'list' : 'prose';
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return [block];
    return isPassage ? [{ ...block, kind: 'passage' as const }] : verseIn(block.lines);
  });
}

const LONGEST_VERSE = 30;
const FINAL_MARK = /[.!?…:。]["'”’)]?\s*$/;

/** Short lines, most of which end without a mark, and what stands before them. */
function verseIn(lines: readonly string[]): TextBlock[] {
  const first = lines.findIndex((line) => !FINAL_MARK.test(line));
  const verse = first < 0 ? [] : lines.slice(first);
  const unmarked = verse.filter((line) => !FINAL_MARK.test(line)).length;
  const isVerse =
    verse.length > 1 &&
    verse.every((line) => line.trim().length <= LONGEST_VERSE) &&
    unmarked * 2 >= verse.length;
  if (!isVerse) return [{ kind: 'prose', lines }];
  return [
    { kind: 'prose', lines: lines.slice(0, first) },
    { kind: 'verse', lines: verse },
  ];
}
