import type { Rule } from '../core/dataset/rule.ts';
import { ruleById } from '../core/dataset/rule-set.ts';
import { reportRule, type RulesReport } from '../core/dataset/rules-report.ts';
import { shownExample } from '../core/dataset/findings/shown-example.ts';
import { ruleTable } from '../core/dataset/rules/rule-table.ts';
import {
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { printReport } from './print-report.ts';

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'the rules of lint, or one with its documentation',
  help: `Usage: tuning-fork rules [ID] [--format pretty|json]

Lists the rules of lint with their severities, or explains one with a row that it accepts and one that it names.

Example: tuning-fork rules exact-duplicate
`,
  options: {},
  formats: ['pretty', 'json'],
  run: runRules,
};

async function runRules(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const [id, ...more] = args.positionals;
  if (more.length > 0) throw new UsageError({ id: 'cli.rules.one-rule' });
  const isJson = wantsJson(args);
  const language = isJson ? context.jsonLanguage : context.language;
  const rule = id === undefined ? undefined : ruleById(id);
  if (id !== undefined && rule === undefined)
    throw new UsageError({ id: 'dataset.lint.unknown-rule', args: { rule: id } });
  const asked = rule === undefined ? ruleTable : [rule];
  const rules = asked.map((each) => reportRule(each, language));
  const report: RulesReport = { version: 1, rules };
  if (isJson) await printReport(report, context);
  else await context.out(rule === undefined ? list(rules, moreWithDeep(asked)) : explain(rules));
  return 0;
}

function moreWithDeep(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.filter((rule) => rule.moreWithDeep === true).map(({ id }) => id));
}

/** @param deeper rules that always run, and look at more with `--deep` */
function list(rules: RulesReport['rules'], deeper: ReadonlySet<string>): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(
      ({ id, severity, runs, documentation }) =>
        `${id.padEnd(width)}  ${severity.padEnd(7)}  ${deeper.has(id) ? '(more with --deep) ' : RUNS[runs]}${firstSentence(documentation)}\n`,
    )
    .join('');
}

const RUNS = { always: '', deep: '(--deep) ', 'on-request': '(--rule) ' } as const;

function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

function explain(rules: RulesReport['rules']): string {
  return rules
    .map(({ id, severity, documentation, good, bad }) =>
      [
        `${id} (${severity})`,
        '',
        documentation,
        '',
        `+ ${indent(shownExample(good, bad))}`,
        `- ${indent(shownExample(bad, good))}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
