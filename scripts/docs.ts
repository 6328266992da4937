// Pages of docs/ that are made from the code: the rules and the command line. With --write they are written; a test holds the
// files against the code. Run by the Node 24 that package.json brings, which reads TypeScript.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commands } from '../src/cli/commands.ts';
import { generalHelp } from '../src/cli/general-help.ts';
import type { Rule } from '../src/core/dataset/rule.ts';
import { whenItRuns } from '../src/core/dataset/rules-report.ts';
import { shownExample } from '../src/core/dataset/findings/shown-example.ts';
import { ruleTable } from '../src/core/dataset/rules/rule-table.ts';

const folder = path.resolve(import.meta.dirname, '../docs');
const note = '<!-- Made by `node scripts/docs.ts --write`; a test holds it against the code. -->';

function fenced(text: string, language = ''): string {
  return ['```' + language, text.trim(), '```'].join('\n');
}

const RUNS = {
  always: '',
  deep: ' (with `--deep`; in the editor in the background)',
  'on-request': ' (only when a setting or `--rule` gives it one)',
} as const;
const MORE = ' (more with `--deep`)';

function rulePage(rule: Rule): string {
  const { text, good, bad } = rule.documentation;
  return [
    `## ${rule.id}`,
    `Severity: ${rule.defaultSeverity}${rule.moreWithDeep === true ? MORE : RUNS[whenItRuns(rule)]}`,
    text.en,
    text.ko,
    `Accepted:\n\n${fenced(shownExample(good, bad), 'json')}`,
    `Named:\n\n${fenced(shownExample(bad, good), 'json')}`,
  ].join('\n\n');
}

function rulesPage(): string {
  const intro =
    'What `tuning-fork lint` and the editor look for in a dataset. Severities can be set by `tuningFork.rules` or `--rule ID=off|info|warning|error`.';
  return [note, '# Lint rules', intro, ...ruleTable.map(rulePage), ''].join('\n\n');
}

function commandsPage(): string {
  const pages = commands.map((command) => `## ${command.name}\n\n${fenced(command.help)}`);
  return [note, '# The command line', fenced(generalHelp()), ...pages, ''].join('\n\n');
}

/** Every page as the absolute path of its file and the text that belongs there. */
export const generatedPages = [
  { file: path.join(folder, 'rules.md'), text: rulesPage() },
  { file: path.join(folder, 'commands.md'), text: commandsPage() },
];

if (process.argv[1] === import.meta.filename && process.argv.includes('--write')) {
  for (const { file, text } of generatedPages) await writeFile(file, text);
}
