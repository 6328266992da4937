import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-withheld-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Put together here, so that this file holds no token that a scanner of repositories would take for one. */
const random = 'Wq3ZkT9bVx2LmRc8NdYs5HgJf7PtKa4UeB6i';
const values = {
  'hf token': `hf_${random.slice(0, 34)}`,
  'github token': `ghp_${random}`,
  'openai key': ['sk', 'proj', `${random}_${random}`].join('-'),
  password: 'qT7vR2xLp9',
  email: 'minji.park84@naver.com',
  phone: '010-9274-5518',
  'resident number': '870314-2538411',
  card: '4539 6701 2384 1571',
};

const texts: Readonly<Record<string, string>> = {
  ...values,
  password: `https://kim:${values.password}@git.kim.dev/app.git`,
};

async function lint(name: string, format: string, language: string): Promise<string> {
  const written = { out: '', note: '' };
  const code = await runCli({
    argv: ['lint', `${name}.jsonl`, '--format', format, '--deep'],
    env: { TUNING_FORK_LANG: language, LANG: language },
    cwd: folder,
    stdin: (async function* () {})(),
    out: async (text) => void (written.out += text),
    note: (text) => void (written.note += text),
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0',
    places: { worker: '', segmentWorker: '', python: '', media: '' },
  });
  expect([0, 1]).toContain(code);
  return written.out + written.note;
}

describe('what is found about secrets and persons never repeats them', () => {
  for (const [kind, value] of Object.entries(values)) {
    const name = kind.replaceAll(' ', '-');
    writeFileSync(
      path.join(folder, `${name}.jsonl`),
      `${JSON.stringify({ text: `Take ${texts[kind]} now.` })}\n`,
    );
    test.each(['pretty', 'json', 'jsonl', 'sarif', 'github'])(`${kind} as %s`, async (format) => {
      for (const language of ['en', 'ko']) {
        const said = await lint(name, format, language);
        expect(said).toMatch(/secret|personal-data/);
        for (let at = 4; at + 5 <= value.length; at++) expect(said).not.toContain(value.slice(at, at + 5));
      }
    });
  }
});
