import { AlikeKeys } from './json/alike-keys.ts';
import { DisarmedTokens } from './wording/disarmed-tokens.ts';
import type { Fix } from './findings/fix.ts';
import type { Message } from '../text/message.ts';
import type { Row } from './row/row.ts';
import type { Report, Rule, RuleDocumentation } from './rule.ts';
import { shownRun } from './findings/shown-run.ts';
import type { TextSearch } from './wording/text-search.ts';

interface CharacterRule {
  readonly id: string;
  readonly severity: 'warning' | 'info';
  readonly documentation: RuleDocumentation;
  /** Id of the sentence; its argument is `text`. */
  readonly message: string;
  /** What a row must have for the rule to be shown it; all rows if neither is given. */
  readonly characters?: number;
  readonly mayHold?: readonly TextSearch[];
  /** Whether to look at the texts of a row that it is shown. */
  readonly applies?: (row: Row) => boolean;
  /** Runs of what is looked for in a text: `[from, to]` in UTF-16 units. */
  readonly find: (text: string) => readonly (readonly [number, number])[];
  /** The fix for a run, given its text and the UTF-16 units beside it; absent if replacing characters is not enough. */
  readonly fix?: (run: string, before: string, after: string) => Fix;
  /** Object keys are looked at too. */
  readonly keys: boolean;
}

/** A rule about characters: one finding per run in every text of a row. */
export function characterRule(rule: CharacterRule): Rule {
  const { id, severity, documentation, mayHold, characters, applies } = rule;
  return {
    id,
    defaultSeverity: severity,
    on: 'row',
    documentation,
    ...(mayHold === undefined ? {} : { mayHold }),
    ...(characters === undefined ? {} : { characters }),
    check({ row }, report) {
      if (applies === undefined || applies(row)) reportRuns(row, rule, report);
    },
  };
}

function reportRuns(row: Row, rule: CharacterRule, report: Report): void {
  const { find, keys, message, fix } = rule;
  let alike: AlikeKeys | null = null;
  row.eachText(rule, (text, path, isKey) => {
    if (isKey && !keys) return;
    let disarmed: DisarmedTokens | null = null;
    for (const [from, to] of find(text)) {
      const target = { kind: isKey ? 'key-text' : 'value-text', path, from, to } as const;
      const shown = shownRun(text, from, to);
      const token = fix === undefined ? null : (disarmed ??= new DisarmedTokens(text)).around(from, to);
      if (token !== null) {
        report({ target, severity: 'info', message: disarming(shown, token) });
        continue;
      }
      const isFixable = fix !== undefined && !(isKey && (alike ??= new AlikeKeys(row)).has(path));
      report({
        target,
        message: { id: message, args: { text: shown } },
        ...(isFixable ? { fix: fix(text.slice(from, to), text.charAt(from - 1), text.charAt(to)) } : {}),
      });
    }
  });
}

/** Says what a run is there for, and no order to take it away. */
function disarming(shown: string, token: string): Message {
  return {
    id: 'dataset.disarmed-token',
    args: { text: shown, token: shownRun(token, 0, token.length) },
  };
}

/** The fix that leaves the characters out. */
export function removal(safe: boolean): Fix {
  return { title: { id: 'dataset.fix.remove-characters' }, edit: { kind: 'replace', text: '' }, safe };
}

/** The fix that writes spaces instead. */
export function toSpaces(count: number, safe: boolean): Fix {
  return { title: { id: 'dataset.fix.to-space' }, edit: { kind: 'replace', text: ' '.repeat(count) }, safe };
}

/** The runs of a pattern with the flag `g`, which finds no empty ones. */
export function runsOf(pattern: RegExp): (text: string) => (readonly [number, number])[] {
  return (text) => {
    const found: (readonly [number, number])[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
      found.push([match.index, pattern.lastIndex]);
    return found;
  };
}
