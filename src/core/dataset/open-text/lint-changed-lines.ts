import { isBlankLine } from '../blank-line.ts';
import { chooseOnly, rulesOfRowsAlone } from '../choose-only.ts';
import { FileLint } from '../file-lint.ts';
import { LineReader } from '../line-reader.ts';
import type { LintOptions } from '../lint-options.ts';
import { RuleSet, type RuleChoice } from '../rule-set.ts';
import type { ChangedLines, EditedText } from './edited-text.ts';
import type { LintPatch } from './lint-patch.ts';

/**
 * Lints the lines of a JSONL text that have changed, and no other.
 * @param options those of the whole file; of its rules only those are asked that look at one line alone
 */
export function lintChangedLines(text: EditedText, changed: ChangedLines, options: LintOptions): LintPatch {
  const { from, removed, added, bytes } = changed;
  const lint = new FileLint({ ...options, ...rulesOfLines(options), rowsAlone: true, summaries: true });
  const reader = new LineReader(text.bytesBefore(from), (raw) =>
    lint.line({ ...raw, number: raw.number + from, line: raw.line + from }),
  );
  reader.push(new TextEncoder().encode(text.between(from, from + added)));
  reader.end();
  const { findings, ignored, summaries = [], rows } = lint.result(0);
  return {
    from,
    removed: removed.length,
    added,
    rows: rows - removed.filter((line) => !isBlankLine(line)).length,
    bytes,
    findings,
    ...(ignored === undefined ? {} : { ignored }),
    summaries,
  };
}

/** What these rules say of a line hangs on that line alone. */
function rulesOfLines(choice: LintOptions): RuleChoice {
  const rules = new RuleSet(choice);
  return chooseOnly([...rulesOfRowsAlone(rules), ...rules.on('broken-row'), ...rules.on('blank-line')]);
}
