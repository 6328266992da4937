import { withoutCode } from './code-block.ts';
import { registerOf, type Register } from './korean-register.ts';
import { blocksOfText, type TextBlock } from './text-blocks.ts';

/** Sentences of a text by register; those that have none are left out. */
export interface RegisterTally {
  readonly formal: number;
  readonly polite: number;
  readonly plain: number;
  readonly casual: number;
  /** Requests in -(으)세요, which stand in 합쇼체 as well as in 해요체. */
  readonly requests: number;
}

type Counts = { -readonly [K in keyof RegisterTally]: number };

const QUOTED =
  /"[^"\n]{0,300}"|“[^”\n]{0,300}”|「[^」\n]{0,300}」|『[^』\n]{0,300}』|(?<![A-Za-z])'[^'\n]{0,300}'|‘[^’\n]{0,300}’/g;
const SENTENCE_END = /(?<=[.!?。？！…])\s+|(?<=[다요죠까]\.)(?=[가-힣])/;
const IN_QUOTES = '…';

/**
 * Its sentences outside code, quotations, tables and dialogue, and outside what it gives to read: verse, and lists, enumerations and
 * passages that keep to 해라체 or 해체 beside an answer that does not. A text that is nothing but that has the sentences of it.
 */
export function tallyRegisters(text: string): RegisterTally {
  const blocks = blocksIn(text);
  const own = tallyOwn(blocks);
  if (sizeOf(own) > 0) return own;
  const all = newCounts();
  for (const block of blocks) add(all, block.lines.flatMap(sentencesOf));
  return all;
}

function blocksIn(text: string): TextBlock[] {
  return blocksOfText(withoutCode(text).replaceAll(QUOTED, IN_QUOTES));
}

function tallyOwn(blocks: readonly TextBlock[]): Counts {
  const own = newCounts();
  for (const block of blocks) if (!isGiven(block)) add(own, ownSentences(block));
  return own;
}

function isGiven(block: TextBlock): boolean {
  switch (block.kind) {
    case 'verse':
      return true;
    case 'list':
    case 'passage':
      return isBlunt(block.lines.flatMap(sentencesOf));
    case 'prose':
      return false;
    default:
      return block.kind satisfies never;
  }
}

/** 첫째, 둘째, … with the sentence after it. */
const ORDINAL = /^(?:첫|둘|셋|넷|다섯|여섯|일곱|여덟)째(?:로|는)?,\s/;

/** All but enumerated ones that keep to 해라체 or 해체. */
function ownSentences({ lines }: TextBlock): string[] {
  const sentences = lines.flatMap(sentencesOf);
  const enumerated = sentences.filter((each) => ORDINAL.test(each));
  return enumerated.length > 1 && isBlunt(enumerated)
    ? sentences.filter((each) => !ORDINAL.test(each))
    : sentences;
}

function sentencesOf(line: string): string[] {
  return line.split(SENTENCE_END).map((sentence) => sentence.trim());
}

/** Nothing but 해라체 or 해체, and some of it. */
function isBlunt(sentences: readonly string[]): boolean {
  const counts = newCounts();
  add(counts, sentences);
  return counts.plain + counts.casual > 0 && counts.formal + counts.polite + counts.requests === 0;
}

function newCounts(): Counts {
  return { formal: 0, polite: 0, plain: 0, casual: 0, requests: 0 };
}

function add(counts: Counts, sentences: readonly string[]): void {
  for (const sentence of sentences) {
    const register = registerOf(sentence);
    if (register === null) continue;
    if (register === 'polite' && /세요[\s.!?~)]*$/.test(sentence)) counts.requests++;
    else counts[register]++;
  }
}

function sizeOf({ formal, polite, plain, casual, requests }: RegisterTally): number {
  return formal + polite + plain + casual + requests;
}

/** The two sides that a text mixes, by its own sentences; null if it keeps to one. */
export function mixOf(tally: RegisterTally): { readonly most: Register; readonly least: Register } | null {
  const { formal, polite, plain, casual, requests } = tally;
  const polished = formal + polite + requests;
  const blunt = plain + casual;
  if (Math.min(polished, blunt) >= LEAST) {
    const soft = formal >= polite + requests ? 'formal' : 'polite';
    const hard = plain >= casual ? 'plain' : 'casual';
    return polished >= blunt ? { most: soft, least: hard } : { most: hard, least: soft };
  }
  const least = Math.min(formal, polite);
  if (least < LEAST || least / (formal + polite) < SHARE) return null;
  return formal >= polite ? { most: 'formal', least: 'polite' } : { most: 'polite', least: 'formal' };
}

/** One sentence may be a quotation or an error of the classifier; two are a habit. */
const LEAST = 2;
const SHARE = 0.3;

/** The register that most of its sentences have; null if none has one. Requests alone are 해요체; of equals the more formal. */
export function mainRegister(text: string): Register | null {
  if (!/[가-힣]/.test(text)) return null;
  const tally = tallyRegisters(text);
  return mostOf(tally) ?? (tally.requests > 0 ? 'polite' : null);
}

/** The register that a text chose to speak in: none where it is requests alone, which two have, or nothing but what it gives to read. */
export function chosenRegister(text: string): Register | null {
  return /[가-힣]/.test(text) ? mostOf(tallyOwn(blocksIn(text))) : null;
}

function mostOf(tally: RegisterTally): Register | null {
  let most: Register | null = null;
  for (const register of REGISTERS) {
    if (tally[register] > (most === null ? 0 : tally[most])) most = register;
  }
  return most;
}

const REGISTERS: readonly Register[] = ['formal', 'polite', 'plain', 'casual'];
