import { factsCollector, type ReportedFacts } from '../facts-collector.ts';
import type { Register } from '../wording/korean-register.ts';
import { chosenRegister } from '../wording/register-tally.ts';
import { GroupTally } from '../comparing/group-tally.ts';
import type { Row } from '../row/row.ts';
import type { FileReport, Rule } from '../rule.ts';
import { ABOUT_REGISTER } from './mixed-politeness.ts';

/** Registers by their bit. */
const REGISTERS: readonly Register[] = ['formal', 'polite', 'plain', 'casual'];
/** Of fewer answers nothing can be said of their habit. */
const LEAST_ROWS = 10;
/** What fewer rows have is an exception and no second habit. */
const LEAST_OTHERS = 2;
const LEAST_SHARE = 0.05;
const MOST_RELATED = 100;
/** A piece of writing has the register of its kind. */
const ASKS_FOR_WRITING =
  /(?:소설|동화|이야기|일기|수필|에세이|독후감|감상문|기사|사설|논설문|논문|초록|보고서|편지|대본|대사|대화문?|연설문?|안내문|공지문?|광고|표어|문구|가사|시|글|예문|문장|문단)(?:을|를|의|로|으로)?(?:\s[^.?!\n]{0,30})?\s*(?:써|쓰|적어|지어|짓|작성|만들|번역|요약|고쳐|바꿔|바꾸)/;

export const varyingPoliteness: Rule = {
  id: 'varying-politeness',
  defaultSeverity: 'info',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'Korean answers of this file speak in several registers, such as 합쇼체 in some rows and 해라체 in others. The model learns to pick one by chance. Rewrite them in one, or say in the system prompt which one is wanted. Named once, at the first row that differs from most; related are those that differ like it, the first hundred. An answer counts by the register of most of its own sentences: not by requests in -세요, lists, verse, quotations, or pieces of writing that the prompt asks for. Said where at least ten rows have such answers, and another register than that of most is in two of them or more, and in one of twenty or more; rows about politeness itself are left alone.',
      ko: '이 파일의 한국어 답은 행마다 말투가 다릅니다(어떤 행은 합쇼체, 어떤 행은 해라체 등). 모델이 말투를 우연히 고르도록 배웁니다. 하나로 고쳐 쓰거나 어떤 말투를 바라는지 system 프롬프트에 쓰십시오. 대다수와 다른 첫 행에서 한 번만 알리고, 같은 식으로 다른 행을 백 개까지 함께 보입니다. 답은 자기 말로 쓴 문장 가운데 가장 많은 말투로 세며 「-세요」로 끝나는 부탁, 목록, 운문, 인용, 프롬프트가 써 달라고 한 글은 세지 않습니다. 그런 답이 있는 행이 열 개 이상이고 대다수와 다른 말투가 두 행 이상이면서 스무 행에 한 행 이상일 때 알리며, 말투 자체를 다루는 행은 보지 않습니다.',
    },
    good: rows('물은 0도에서 업니다.', '물은 100도에서 끓습니다.'),
    bad: rows('물은 0도에서 업니다.', '물은 100도에서 끓는다.'),
  },
  collect: () => factsCollector(new RegistersOfRows()),
};

/** Ten rows, the last two of which have the other answer. */
function rows(answer: string, other: string): string {
  const completions = Array.from({ length: LEAST_ROWS }, (_, n) => (n < LEAST_ROWS - 2 ? answer : other));
  return completions
    .map((completion, n) => JSON.stringify({ prompt: `물은 언제 바뀝니까? (${n + 1})`, completion }))
    .join('\n');
}

/** Counts the rows of each register; of each the first are kept. */
class RegistersOfRows implements ReportedFacts {
  readonly width = 1;
  readonly #tallies = REGISTERS.map(() => new GroupTally(MOST_RELATED + 1));
  readonly #bits = new Int32Array(1);
  #rows = 0;

  /** A bit for each register that an answer of the row has. */
  read(row: Row): Int32Array | null {
    if (row.isPlainAscii) return null;
    let bits = 0;
    for (const { answer, prompt } of row.exchanges) {
      if (prompt !== null && ASKS_FOR_WRITING.test(prompt)) continue;
      const register = chosenRegister(answer);
      if (register !== null) bits |= 1 << REGISTERS.indexOf(register);
    }
    if (bits === 0 || ABOUT_REGISTER.test(row.text)) return null;
    this.#bits[0] = bits;
    return this.#bits;
  }

  add(row: number, [bits = 0]: Int32Array): void {
    this.#rows += 1;
    for (const [n, tally] of this.#tallies.entries()) if ((bits & (1 << n)) !== 0) tally.add(row);
  }

  end(report: FileReport): void {
    if (this.#rows < LEAST_ROWS) return;
    const byCount = this.#tallies.map((tally, n) => ({
      ...tally.group(),
      register: REGISTERS[n] ?? 'formal',
    }));
    byCount.sort((a, b) => b.count - a.count);
    const [most, ...others] = byCount;
    const least = Math.max(LEAST_OTHERS, this.#rows * LEAST_SHARE);
    const habits = others.filter(({ count }) => count >= least);
    const [second] = habits;
    const [row, ...related] = second?.first ?? [];
    if (most === undefined || second === undefined || row === undefined) return;
    const args = {
      all: this.#rows,
      rows: habits.reduce((sum, { count }) => sum + count, 0),
      most: { id: `dataset.register.${most.register}` },
      other: { id: `dataset.register.${second.register}` },
    };
    report(row, { message: { id: 'dataset.varying-politeness', args }, related });
  }
}
