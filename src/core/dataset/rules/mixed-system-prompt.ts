import { DIGEST_WORDS } from '../comparing/digest.ts';
import { factsCollector, type ReportedFacts } from '../facts-collector.ts';
import { GroupTally } from '../comparing/group-tally.ts';
import type { Row } from '../row/row.ts';
import type { FileReport, Rule } from '../rule.ts';
import { systemPromptOf } from '../row/system-prompt.ts';
import { ValueDigest } from '../comparing/value-digest.ts';

/** Of fewer conversations nothing can be said of their habit. */
const LEAST_ROWS = 10;
/** Of a file with many system prompts none is the one that was meant. */
const SHARE_OF_MOST = 0.8;

const MOST_RELATED = 100;
/** System prompts that are told apart. The one of most rows is among the first of them, or rows are sorted by it. */
const MOST_PROMPTS = 1000;
const WORDS = 2;

export const mixedSystemPrompt: Rule = {
  id: 'mixed-system-prompt',
  defaultSeverity: 'info',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'Most conversations of this file begin with one and the same system prompt, and a few have another or none. The model learns to answer in the same way with and without it, or those rows came from elsewhere. Give them the same, or leave it as it is if it is meant. Named once, at the first such row; related are the others, the first hundred. Files of fewer than ten conversations, and those in which less than four fifths share a system prompt, are left alone. It is the first turn, or the column system beside conversations or an instruction; white space around it, and whether it is written as a text or in parts, make no difference.',
      ko: '이 파일의 대화는 대부분 같은 system 프롬프트로 시작하는데 몇 행은 다르거나 없습니다. 모델이 그것이 있든 없든 똑같이 답하도록 배우거나, 그 행들이 다른 데서 왔을 수 있습니다. 같은 것을 넣거나 의도한 것이면 그대로 두십시오. 그런 첫 행에서 한 번만 알리고 나머지는 백 개까지 함께 보입니다. 대화가 열 개보다 적은 파일과 같은 system 프롬프트가 다섯에 넷보다 적은 파일은 보지 않습니다. 첫 턴이나, 대화 또는 instruction과 함께 있는 system 열을 보며, 앞뒤 공백과 문자열로 썼는지 파트로 썼는지는 가리지 않습니다.',
    },
    good: rows('Be brief.', 'Be brief.'),
    bad: rows('Be brief.', null),
  },
  collect: () => factsCollector(new SystemPrompts()),
};

/** Ten conversations, the last of which begins with the other system prompt, or with none. */
function rows(system: string, last: string | null): string {
  const prompts = Array.from({ length: LEAST_ROWS }, (_, n) => (n < LEAST_ROWS - 1 ? system : last));
  return prompts
    .map((content, n) => {
      const begin = content === null ? [] : [{ role: 'system', content }];
      const asked = { role: 'user', content: `What is ${n} + 1?` };
      return JSON.stringify({ messages: [...begin, asked, { role: 'assistant', content: `${n + 1}` }] });
    })
    .join('\n');
}

/** Counts the conversations by their system prompt; nothing that is kept grows with the file. */
class SystemPrompts implements ReportedFacts {
  readonly width = WORDS;
  readonly #digest = new ValueDigest();
  readonly #words = new Int32Array(DIGEST_WORDS);
  readonly #kept = this.#words.subarray(0, WORDS);
  readonly #tallies = new Map<string, GroupTally>();
  readonly #others = new GroupTally(MOST_RELATED + 1);
  #rows = 0;

  /** Zeros where it has no system prompt. */
  read(row: Row): Int32Array | null {
    const prompt = systemPromptOf(row);
    if (prompt === null) return null;
    this.#words.fill(0);
    if (prompt !== '') {
      this.#digest.add(prompt);
      this.#digest.digest(this.#words);
    }
    return this.#kept;
  }

  add(row: number, words: Int32Array): void {
    this.#rows += 1;
    this.#tallyOf(words.join()).add(row);
  }

  #tallyOf(key: string): GroupTally {
    let tally = this.#tallies.get(key);
    if (tally !== undefined) return tally;
    if (this.#tallies.size >= MOST_PROMPTS) return this.#others;
    tally = new GroupTally(MOST_RELATED + 1);
    this.#tallies.set(key, tally);
    return tally;
  }

  end(report: FileReport): void {
    const all = [...this.#tallies.values(), this.#others];
    const most = all.reduce((a, b) => (b.count > a.count ? b : a));
    const hasPrompt = most !== this.#others && most !== this.#tallies.get(NONE);
    if (this.#rows < LEAST_ROWS || !hasPrompt || most.count < this.#rows * SHARE_OF_MOST) return;
    const others = all
      .flatMap((tally) => (tally === most ? [] : tally.group().first))
      .toSorted((a, b) => a - b);
    const [row, ...related] = others;
    if (row === undefined) return;
    const args = { all: this.#rows, most: most.count, rows: this.#rows - most.count };
    const message = { id: 'dataset.mixed-system-prompt', args };
    report(row, { message, related: related.slice(0, MOST_RELATED) });
  }
}

const NONE = new Int32Array(WORDS).join();
