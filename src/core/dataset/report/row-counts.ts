import type { Register } from '../wording/korean-register.ts';
import { mainRegister } from '../wording/register-tally.ts';
import type { Row } from '../row/row.ts';
import { BinnedTally } from './binned-tally.ts';
import { registerName, textKind, type DatasetReport, type TextKind } from './dataset-report.ts';
import { FIRST_ROWS, GroupTally } from '../comparing/group-tally.ts';
import { LengthTally } from './length-tally.ts';
import { rowSpeech, type Speech } from './row-speech.ts';
import { measureText, scriptName, type ScriptName } from './script-of-text.ts';
import { withhold } from '../personal-data/withhold.ts';

const TURN_EDGES = [0, 1, 2, 3, 4, 5, 6, 10, 20, 50, 100];
/** Roles that are told apart; a file with more has no roles but data in their place. */
const MOST_ROLES = 20;
const LONGEST_ROLE = 40;
/** No role is longer; what is data in its place is looked at this far. */
const LOOKED_AT = 2000;

/** What the rows themselves say, without the findings. */
export type RowCountsOfFile = Pick<
  DatasetReport,
  'lengths' | 'turns' | 'roles' | 'scripts' | 'otherScript' | 'registers' | 'training'
>;

/** How much of the rows is answers, or is not. */
interface Share {
  readonly turns: GroupTally;
  readonly characters: GroupTally;
}

/** Counts what the rows of a file hold. Nothing that is kept grows with the file. */
export class RowCounts {
  readonly #most: number;
  readonly #lengths: Readonly<Record<TextKind, LengthTally>>;
  readonly #scripts = ofKinds(() => new Map<ScriptName, GroupTally>());
  readonly #turns: BinnedTally;
  readonly #roles = new Map<string, { readonly tally: GroupTally; characters: number }>();
  readonly #otherScript: GroupTally;
  readonly #registers: Readonly<Record<Register, GroupTally>>;
  readonly #withoutAnswer: GroupTally;
  readonly #answers: Share;
  readonly #others: Share;

  /** @param most rows that are named of each thing */
  constructor(most = FIRST_ROWS) {
    this.#most = most;
    this.#lengths = ofKinds(() => new LengthTally(most));
    this.#turns = new BinnedTally(TURN_EDGES, most);
    this.#otherScript = new GroupTally(most);
    this.#withoutAnswer = new GroupTally(most);
    const tally = (): GroupTally => new GroupTally(most);
    this.#answers = { turns: tally(), characters: tally() };
    this.#others = { turns: tally(), characters: tally() };
    this.#registers = { formal: tally(), polite: tally(), plain: tally(), casual: tally() };
  }

  /** Takes a row, in the order of the file; it is not kept. */
  add(row: Row): void {
    if (row.object === null) return;
    let asked: ScriptName = 'none';
    let isAnswered = false;
    for (const speech of rowSpeech(row)) {
      const { characters, script } = measureText(speech.text);
      this.#addRole(speech, characters, row.number);
      this.#addShare(speech, characters, row.number);
      if (speech.kind === 'calls') isAnswered = true;
      if (speech.kind === 'calls' || speech.kind === 'context') continue;
      this.#addText(speech.kind, characters, script, row.number);
      if (speech.kind === 'prompts') asked = script;
      else isAnswered = true;
      if (speech.kind !== 'answers') continue;
      const register = mainRegister(speech.text);
      if (register !== null) this.#registers[register].add(row.number);
      if (asked !== 'none' && script !== 'none' && script !== asked) this.#otherScript.add(row.number);
    }
    if (!isAnswered) this.#withoutAnswer.add(row.number);
    const turns = row.conversations.reduce((sum, each) => sum + each.turns.length, 0);
    if (row.conversations.length > 0) this.#turns.add(turns, row.number);
  }

  counts(): RowCountsOfFile {
    return {
      lengths: textKind.options.flatMap((of) => {
        const spread = this.#lengths[of].spread();
        return spread === null ? [] : [{ of, ...spread }];
      }),
      turns: this.#turns.bins(),
      roles: [...this.#roles].map(([role, { tally, characters }]) => ({
        role,
        characters,
        ...tally.group(),
      })),
      scripts: textKind.options.flatMap((kind) => scriptsOf(kind, this.#scripts[kind])),
      otherScript: this.#otherScript.group(),
      registers: registerName.options.flatMap((register) => {
        const tally = this.#registers[register];
        return tally.count === 0 ? [] : [{ register, ...tally.group() }];
      }),
      training: this.#training(),
    };
  }

  #training(): DatasetReport['training'] {
    const [answers, others] = [this.#answers, this.#others];
    return {
      answerTurns: answers.turns.count,
      turns: answers.turns.count + others.turns.count,
      answerCharacters: answers.characters.count,
      characters: answers.characters.count + others.characters.count,
      answers: { turns: answers.turns.group(), characters: answers.characters.group() },
      others: { turns: others.turns.group(), characters: others.characters.group() },
      withoutAnswer: this.#withoutAnswer.group(),
    };
  }

  #addText(kind: TextKind, characters: number, script: ScriptName, row: number): void {
    this.#lengths[kind].add(characters, row);
    const scripts = this.#scripts[kind];
    let tally = scripts.get(script);
    if (tally === undefined) scripts.set(script, (tally = new GroupTally(this.#most)));
    tally.add(row);
  }

  #addRole({ role }: Speech, characters: number, row: number): void {
    if (role === null) return;
    const name = this.#roles.has(role) ? role : this.#newRole(role);
    let known = this.#roles.get(name);
    if (known === undefined)
      this.#roles.set(name, (known = { tally: new GroupTally(this.#most), characters: 0 }));
    known.tally.add(row);
    known.characters += characters;
  }

  #addShare({ kind, role }: Speech, characters: number, row: number): void {
    if (role !== null) (kind === 'answers' || kind === 'calls' ? this.#answers : this.#others).turns.add(row);
    (kind === 'answers' ? this.#answers : this.#others).characters.add(row, characters);
  }

  /** How a role that was not met before is named: fit to show, short, and not one more than there is place for. */
  #newRole(role: string): string {
    const shown = withhold(role.slice(0, LOOKED_AT));
    const short = shown.length > LONGEST_ROLE ? `${shown.slice(0, LONGEST_ROLE)}…` : shown;
    return this.#roles.has(short) || this.#roles.size < MOST_ROLES ? short : '…';
  }
}

function ofKinds<T>(make: (kind: TextKind) => T): Readonly<Record<TextKind, T>> {
  return { prompts: make('prompts'), answers: make('answers'), texts: make('texts') };
}

/** In the order of `scriptName`, so that the reports of two files can be laid side by side. */
function scriptsOf(kind: TextKind, tallies: ReadonlyMap<ScriptName, GroupTally>): DatasetReport['scripts'] {
  if (tallies.size === 0) return [];
  const scripts = scriptName.options.flatMap((script) => {
    const tally = tallies.get(script);
    return tally === undefined ? [] : [{ script, ...tally.group() }];
  });
  return [{ of: kind, scripts }];
}
