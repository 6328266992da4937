import type { MessageArgs } from '../../text/message.ts';
import type { Finding } from '../findings/finding.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';
import { BIAS_RULES } from './bias-rules.ts';
import type { DatasetReport } from './dataset-report.ts';
import { groupOf } from './group-of.ts';

/** More different words are not told apart, only counted. */
const MOST_WORDS = 50;

/** Stands for all words of a rule that are not told apart. */
const OTHER_WORDS = '';

/** What the rules about bias list, by the words that made it listed, the most frequent first. */
export function listedWords(findings: readonly Finding[], most = FIRST_ROWS): DatasetReport['bias'] {
  const listed = findings.filter(({ rule }) => BIAS_RULES.includes(rule));
  const byWords = Map.groupBy(listed, ({ rule, message }) => `${rule} ${wordsOf(message.args)}`);
  const groups = [...byWords]
    .map(([, found]) => ({ found, words: wordsOf(found[0]?.message.args) }))
    .sort((a, b) => b.found.length - a.found.length || (a.words < b.words ? -1 : 1));
  const named = groups.slice(0, MOST_WORDS);
  const others = Map.groupBy(
    groups.slice(MOST_WORDS).flatMap(({ found }) => found),
    ({ rule }) => rule,
  );
  return [...named, ...[...others.values()].map((found) => ({ found, words: OTHER_WORDS }))].map(
    ({ found, words }) => ({ rule: found[0]?.rule ?? '', words, ...groupOf(found, most) }),
  );
}

function wordsOf(args: MessageArgs = {}): string {
  const words = args['words'];
  return typeof words === 'string' ? words.toLowerCase() : '';
}
