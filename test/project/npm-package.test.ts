import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pack, shell, shellOf, type Tarball } from '../kit/packed-cli.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-pack-'));
const prefix = path.join(folder, 'prefix');
const work = path.join(folder, 'work');
const env = shellOf(prefix);
let tarball: Tarball;

beforeAll(() => {
  tarball = pack(folder);
  mkdirSync(path.join(work, 'data'), { recursive: true });
  writeFileSync(
    path.join(work, 'data/train 1.jsonl'),
    '{"prompt": "Hi", "completion": "Hello"}\n{"prompt": "Hi", "completion": "Hello"}\n',
  );
  const installed = shell(`npm install --global "${tarball.file}"`, work, env);
  expect(installed.status, installed.stderr).toBe(0);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string) => shell(line, work, env);

describe('the tarball of npm pack', () => {
  test('is small, and holds the command line and the runner, nothing else', () => {
    expect(tarball.size).toBeLessThan(1_250_000);
    const others = tarball.files
      .map((each) => each.path)
      .filter((name) => !name.startsWith('python/tuning_fork/'));
    expect(others.toSorted()).toEqual([
      'LICENSE',
      'NOTICE',
      'README.md',
      'dist/cli-main.js',
      'dist/cli.js',
      'dist/segment-worker.cjs',
      'dist/worker.cjs',
      'package.json',
      'python/pyproject.toml',
    ]);
    expect(tarball.files.some(({ path: name }) => /__pycache__|\.map$|test/.test(name))).toBe(false);
  });

  test('depends on nothing, and says which Node it needs', () => {
    const installed = path.join(prefix, 'lib/node_modules/tuning-fork');
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    expect(Object.keys(manifest).filter((key) => /dependencies|contributes|scripts|main/i.test(key))).toEqual(
      [],
    );
    expect(manifest.engines).toEqual({ node: '>=22.12' });
    expect(existsSync(path.join(installed, 'node_modules'))).toBe(false);
  });

  test('leaves package.json as it was', () => {
    const copied = readFileSync(path.join(folder, 'clone/package.json'), 'utf8');
    expect(copied).toBe(readFileSync(path.join(root, 'package.json'), 'utf8'));
  });
});

describe('the installed command', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

  test.each([
    ['tuning-fork --version', 0, `${version}\n`],
    ['tuning-fork rules', 0, 'json-syntax'],
    ['tuning-fork lint data', 0, 'exact-duplicate'],
    [
      'tuning-fork convert "data/train 1.jsonl" --to messages --out m.jsonl && head -1 m.jsonl',
      0,
      '"messages"',
    ],
    ['tuning-fork report "data/train 1.jsonl" --out r.html && cat r.html', 0, '</html>'],
    ['tuning-fork lint gone.jsonl', 2, ''],
  ])('%s', (line, status, printed) => {
    const result = run(line);
    expect({ ...result, stdout: '' }).toMatchObject({ status });
    expect(result.stdout).toContain(printed);
  });

  test('tuning-fork render', () => {
    writeFileSync(
      path.join(work, 'x.jinja'),
      '{% for m in messages %}{{ m.role }}: {{ m.content }};{% endfor %}',
    );
    writeFileSync(path.join(work, 'x.jsonl'), '{"messages": [{"role": "user", "content": "안녕"}]}\n');
    expect(run('tuning-fork render --template x.jinja x.jsonl --row 1').stdout).toContain('user: 안녕;');
  });

  const old = oldNode();
  if (old === null) console.log('skipped: the tarball on an old Node, because there is none in the PATH');
  test.skipIf(old === null)('says in one sentence that an old Node is too old', () => {
    const bin = path.join(prefix, 'lib/node_modules/tuning-fork/dist/cli.js');
    const { status, stdout, stderr } = spawnSync(old ?? '', [bin, '--version'], { encoding: 'utf8', env });
    expect(stderr).toMatch(/^tuning-fork needs Node\.js 22\.12 or newer, and this is [\d.]+\.\n$/);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('the examples', () => {
  const example = (name: string): string => readFileSync(path.join(root, 'examples', name), 'utf8');

  test('the steps of the GitHub Action run, the last one fails because of errors, and the log is SARIF', () => {
    const steps: { run?: string }[] = parse(example('github-action.yaml')).jobs.lint.steps;
    const lines = steps.flatMap((step) => step.run ?? []);
    const action = { ...env, TUNING_FORK: tarball.file };
    writeFileSync(path.join(work, 'data/broken.jsonl'), 'no json\n');
    const results = lines.map((line) => shell(line, work, action));
    rmSync(path.join(work, 'data/broken.jsonl'));
    expect(results.map(({ status }) => status)).toEqual([0, 0, 1]);
    expect(results.at(-1)?.stdout).toMatch(/^::error file=data\/broken\.jsonl,line=1,/m);
    const sarif = JSON.parse(readFileSync(path.join(work, 'datasets.sarif'), 'utf8'));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('json-syntax');
  });

  const NAMES = ['data/train 1.jsonl', 'a.csv', 'b.parquet', 'c.json', 'jsonl.txt'];

  test('the hook of .pre-commit-hooks.yaml lints the files that it is given', () => {
    const [hook] = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook).toMatchObject({ language: 'node', id: 'tuning-fork-lint' });
    expect(NAMES.filter((name) => new RegExp(hook.files).test(name))).toEqual(NAMES.slice(0, 3));
    expect(run(`${hook.entry} "data/train 1.jsonl"`).stdout).toContain('exact-duplicate');
  });

  describe('the hook of pre-commit-config.yaml', () => {
    const text = example('pre-commit-config.yaml');
    const [hook] = parse(text).repos[0].hooks;
    const repository = path.join(folder, 'repository');
    const bare = bareEnvironment();
    const git = (line: string) =>
      shell(`git -c user.name=a -c user.email=a@localhost ${line}`, repository, bare);

    /** What pre-commit does with `language: system`: the entry from the top of the repository, with the files that are staged and fit. */
    beforeAll(() => {
      mkdirSync(path.join(repository, 'tools'), { recursive: true });
      copyFileSync(tarball.file, path.join(repository, 'tools', path.basename(tarball.file)));
      git('init -q .');
      const hookFile = path.join(repository, '.git/hooks/pre-commit');
      mkdirSync(path.dirname(hookFile), { recursive: true });
      const staged = 'git diff --cached --name-only -z --diff-filter=ACMR';
      writeFileSync(hookFile, `#!/bin/sh\n${staged} | grep -zE '${hook.files}' | xargs -0r ${hook.entry}\n`, {
        mode: 0o755,
      });
    });

    test('is one of the repository itself, for dataset files', () => {
      expect(hook).toMatchObject({ id: 'tuning-fork-lint', language: 'system', require_serial: true });
      expect(NAMES.filter((name) => new RegExp(hook.files).test(name))).toEqual(NAMES.slice(0, 3));
    });

    test('lets a commit be and stops another, with the tarball installed as it says', () => {
      const [install = ''] = /npm install --save-dev [^\s`]+/.exec(text) ?? [];
      expect(path.basename(install)).toBe(path.basename(tarball.file));
      const installed = shell(install, repository, bare);
      expect(installed.status, installed.stderr).toBe(0);
      writeFileSync(path.join(repository, '.gitignore'), 'node_modules\n');
      writeFileSync(path.join(repository, 'good 1.jsonl'), '{"prompt": "Hi", "completion": "Hello"}\n');
      git('add .');
      const first = git('commit -qm good');
      expect(first.status, first.stderr).toBe(0);
      writeFileSync(path.join(repository, 'bad.csv'), 'prompt,completion\nHi,\n');
      git('add .');
      const second = git('commit -qm bad');
      expect(second.status).toBe(1);
      expect(`${second.stdout}${second.stderr}`).toContain('bad.csv: warning Row 1: ');
      expect(git('log --format=%s').stdout).toBe('good\n');
    });
  });

  test('the task is one that the extension knows', async () => {
    const { LINT_MATCHERS, lintTask } = await import('../../src/core/dataset/lint-task.ts');
    const { safeParse } = await import('valibot');
    const { tasks } = parse(example('tasks.json').replaceAll(/^\/\/.*$/gm, ''));
    expect(safeParse(lintTask, tasks[0]).success).toBe(true);
    expect(tasks[0].problemMatcher).toEqual(LINT_MATCHERS);
  });
});

/** The environment of a shell with our Node, without `tuning-fork` in the PATH and without what an npm around these tests hands down. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(shellOf(path.join(folder, 'nothing')));
  const kept = inherited.filter(([name]) => !/^npm_/i.test(name));
  return { ...Object.fromEntries(kept), npm_config_offline: 'true', GIT_CONFIG_GLOBAL: '/dev/null' };
}

/** A Node before 22.12 in the PATH; null if there is none. */
function oldNode(): string | null {
  const found = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  return found.find((node) => isOld(execFileSync(node, ['--version'], { encoding: 'utf8' }))) ?? null;
}

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major < 22 || (major === 22 && minor < 12);
}
