import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { cli } from '../kit/cli-process.ts';

const run = (...argv: string[]) => cli(os.tmpdir(), argv);

describe('the command line', () => {
  test('lists every command in its help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 10)}`, 'm'));
  });

  test('shows its help and ends with 2 when it is given nothing to do', async () => {
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('Usage:') });
  });

  test.each(commands.map(({ name }) => name))('has an example in the help of %s', async (name) => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`tuning-fork ${name}`);
    expect(out).toMatch(/Example/);
  });

  test.each([
    ['an unknown command', ['fly'], 'fly'],
    ['a command that is planned', ['xray', 'x.jsonl'], 'does not work yet'],
    ['an unknown option', ['doctor', '--nonsense'], 'nonsense'],
    ['a format that the command does not have', ['doctor', '--format', 'xml'], 'pretty, json'],
    ['a language that there is not', ['doctor', '--lang', 'fr'], 'en or ko'],
    ['a clock that is none', ['doctor', '--now', 'noon'], '2026-11-24T09:30:00'],
    ['a folder that is not there', ['doctor', '--cwd', '/nowhere'], '/nowhere'],
  ])('refuses %s with exit 2 and one sentence', async (_, argv, says) => {
    const { code, out, notes } = await run(...argv);
    expect([code, out, notes.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(notes).toContain(says);
  });
});
