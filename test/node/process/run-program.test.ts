import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { runProgram, runProgramByLine } from '../../../src/node/process/run-program.ts';

const node = process.execPath;
const env = process.env;

describe('a short program', () => {
  test('gives its output and its exit code', async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const result = await runProgram(node, ['-e', script], { env, timeoutMs: 20_000 });
    expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', fault: null });
  });

  test('that is not there is a fault, not a rejection', async () => {
    const result = await runProgram('/nowhere/python', [], { env, timeoutMs: 20_000 });
    expect(result).toMatchObject({ code: null, fault: 'ENOENT' });
  });

  test('that never ends is ended', async () => {
    const result = await runProgram(node, ['-e', 'setInterval(() => {}, 1000)'], { env, timeoutMs: 300 });
    expect(result).toMatchObject({ code: null, fault: 'timeout' });
  });

  test('gets no standard input', async () => {
    const script = "process.stdin.on('end', () => console.log('ended')).resume()";
    expect((await runProgram(node, ['-e', script], { env, timeoutMs: 20_000 })).stdout).toBe('ended\n');
  });

  test('reads what it is given', async () => {
    const script = 'process.stdin.pipe(process.stdout)';
    const input = 'é'.repeat(100_000);
    expect((await runProgram(node, ['-e', script], { env, timeoutMs: 20_000, input })).stdout).toBe(input);
  });

  test('that does not read what it is given is judged by how it ends', async () => {
    const input = 'x'.repeat(1_000_000);
    const result = await runProgram(node, ['-e', 'process.exit(3)'], { env, timeoutMs: 20_000, input });
    expect(result).toMatchObject({ code: 3, fault: null });
  });

  test('is ended when it is given up', async () => {
    const giveUp = new AbortController();
    const options = { env, timeoutMs: 20_000, signal: giveUp.signal };
    const running = runProgram(node, ['-e', 'setInterval(() => {}, 1000)'], options);
    giveUp.abort();
    expect(await running).toMatchObject({ code: null, fault: 'ABORT_ERR' });
  });
});

describe('a long program', () => {
  test('is heard line by line on both of its outputs', async () => {
    const lines: string[] = [];
    const script = "process.stdout.write('a\\nb'); process.stderr.write('c\\n'); process.exit(2)";
    const code = await runProgramByLine(node, ['-e', script], {
      env,
      signal: new AbortController().signal,
      onLine: (line) => lines.push(line),
    });
    expect(code).toBe(2);
    expect(lines.join('').split('').toSorted().join('')).toBe('abc');
  });

  test('ends when it is stopped', async () => {
    const stopped = new AbortController();
    const script = "console.log('up'); setInterval(() => {}, 1000)";
    const code = await runProgramByLine(node, ['-e', script], {
      env,
      signal: stopped.signal,
      onLine: () => stopped.abort(),
    });
    expect(code).toBeNull();
  });

  test('that is not there rejects', async () => {
    const options = { env, signal: new AbortController().signal, onLine: () => undefined };
    await expect(runProgramByLine('/nowhere/pip', [], options)).rejects.toThrow('ENOENT');
  });
});
