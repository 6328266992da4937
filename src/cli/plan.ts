import { shellQuote } from '../core/recipe/shell-quote.ts';
import { speakPlan } from '../core/recipe/speak-plan.ts';
import type { SpokenPlan } from '../core/recipe/plan.ts';
import { UsageError, type Command, type CommandArguments } from './command.ts';
import { planRecipe } from './plan-recipe.ts';
import { printReport } from './print-report.ts';
import { whereHelp, whereOf, whereOptions } from './where.ts';

/** `tuning-fork plan`: what would run, what is missing, what would leave the computer. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'what a recipe would do here, what is missing and what would leave the computer',
  help: `Usage: tuning-fork plan RECIPE [options]

Says what a recipe would do on this computer or on HF Jobs, line by line: interpreter, packages, model, rows, steps, what
carries loss, output, what would leave the computer, and what a job would cost. Nothing is started and nothing is downloaded.

Options:
${whereHelp}
  --format pretty|json     pretty is the default
  --python PATH            the interpreter for training
  --cwd DIR                folder that the recipe's paths belong to

Exit code: 0 it can be started, 1 something stands in the way, 2 there is no such recipe.

Example:
  tuning-fork plan recipe.sft.yaml --python .venv/bin/python
`,
  options: whereOptions,
  formats: ['pretty', 'json'],
  run: async (args, context) => {
    const recipePath = recipeOf(args);
    const { plan } = await planRecipe(recipePath, whereOf('plan', args), null, context);
    if (args.values['format'] === 'json') {
      await printReport(speakPlan(plan, context.jsonLanguage), context);
    } else {
      await context.out(pretty(speakPlan(plan, context.language)));
    }
    return plan.ok ? 0 : 1;
  },
};

function recipeOf(args: CommandArguments): string {
  const [recipe, ...others] = args.positionals;
  if (recipe === undefined || others.length > 0)
    throw new UsageError({ id: 'cli.one-recipe', args: { command: 'plan', help: 'plan' } });
  return recipe;
}

const MARKS = { ok: ' ', info: 'i', warning: '!', error: 'x' } as const;

/** A line each: mark, what, value, and below it how it is known and what to do. */
function pretty(plan: SpokenPlan): string {
  const width = Math.max(0, ...plan.lines.map((line) => columnsOf(line.what)));
  const indent = ' '.repeat(width + 4);
  const lines = plan.lines.flatMap((line) => {
    const what = line.what + ' '.repeat(width - columnsOf(line.what));
    const how = line.how === null ? '' : ` (${line.how})`;
    const first = `${MARKS[line.severity]} ${what}  ${line.value}${how}`;
    return line.todo === null ? [first] : [first, `${indent}→ ${line.todo}`];
  });
  const command = plan.command.length === 0 ? [] : ['', `  ${plan.command.map(shellQuote).join(' ')}`];
  return `${[...lines, ...command].join('\n')}\n`;
}

/** Width on a terminal: Hangul and other wide characters take two columns. */
function columnsOf(text: string): number {
  const wide = text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g) ?? [];
  return text.length + wide.length;
}
