import { describe, expect, it } from 'vitest';
import { readLog, runShell, startEmulator, untilStage } from './hub-client.ts';

/** What `uv …` prints after its first line, or that line where it is the only one. */
async function uv(...command: string[]): Promise<string[]> {
  const emulator = await startEmulator();
  emulator.addFiles(`${emulator.accountName}/code`, { 'a.py': 'import sys; print(sys.argv[1:])' });
  const volumes = [{ type: 'model', source: `${emulator.accountName}/code`, mountPath: '/code' }];
  const { id } = await runShell(emulator, '', { command: ['uv', ...command], volumes });
  const { lines } = await readLog(emulator, id);
  return lines.slice(1).map(({ data }) => data);
}

describe('uv in a job', () => {
  it.each([
    [
      'a script',
      ['run', '--with', 'trl==1.16.0', '--python', '3.12', '/code/a.py', '--push', 'True'],
      "['--push', 'True']",
    ],
    ['a script, whatever its name', ['run', '--python=3.12', '--no-project', '-s', '/code/a.py'], '[]'],
    ['a program', ['run', '--with', 'a', '--', 'echo', '--with', 'b'], '--with b'],
    ['a module', ['run', '-m', 'json.tool', '--help'], expect.stringMatching(/^usage: /)],
  ])('runs %s and drops what it would install', async (_what, command, printed) => {
    const [said, first] = await uv(...command);
    expect(said).toContain('stand-in for uv');
    expect(first).toEqual(printed);
  });

  it.each([
    ['an option that uv does not have', ['run', '--without', 'a', 'echo'], "unexpected argument '--without'"],
    ['no command', ['run', '--with', 'a'], 'a command is required'],
    ['another subcommand', ['pip', 'install', 'a'], 'knows `uv run` alone'],
  ])('refuses %s', async (_what, command, reason) => {
    expect((await uv(...command)).join('\n')).toContain(reason);
  });

  it('ends with the exit code of what it runs', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, '', { command: ['uv', 'run', 'sh', '-c', 'exit 9'] });
    expect((await untilStage(emulator, id, 'ERROR')).message).toContain('exit code: 9');
  });
});
