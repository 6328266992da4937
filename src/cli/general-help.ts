import { commands } from './commands.ts';

/** The text of `tuning-fork --help`. */
export function generalHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'tuning-fork: see what a model will learn from a dataset, and train it with Hugging Face TRL.',
    '',
    'Usage: tuning-fork COMMAND [OPTION…]',
    '',
    ...list,
    '',
    'For every command:',
    '  --format F     how the data are printed (the first one that a command names is its default)',
    '  --lang en|ko   language of sentences; JSON is English unless this is given',
    '  --python PATH  the Python interpreter (or TUNING_FORK_PYTHON)',
    '  --cwd DIR      the folder that relative paths and .tuning-fork/ belong to',
    '  --now TIME     the clock that templates see, such as 2026-11-24T09:30:00',
    '  --help         what a command does, with an example',
    '',
    'Example: tuning-fork lint data/train.jsonl',
    '',
  ].join('\n');
}
