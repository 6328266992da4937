import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '../..');

/** One file of the tarball. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Tarball {
  readonly file: string;
  /** In bytes, as it is sent over the net. */
  readonly size: number;
  readonly files: readonly PackedFile[];
}

/** Runs `npm pack` in a copy of the working tree, so that other tests keep their package.json and dist. */
export function pack(folder: string): Tarball {
  const copy = path.join(folder, 'clone');
  const listed = execFileSync('git', ['ls-files', '-co', '-z', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of listed.split('\0').filter((each) => /^(?!test\/|media\/)./.test(each)))
    cpSync(path.join(root, name), path.join(copy, name), { force: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  mkdirSync(path.join(folder, 'packed'));
  const out = execFileSync('npm', ['pack', '--json', '--pack-destination', path.join(folder, 'packed')], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [made] = JSON.parse(out.slice(out.search(/^\[/m))) as (Omit<Tarball, 'file'> & {
    filename: string;
  })[];
  if (made === undefined) throw new Error(`npm pack said: ${out}`);
  return { ...made, file: path.join(folder, 'packed', made.filename) };
}

/** The environment of a shell that has a tarball's `tuning-fork`, once it is installed globally, and our Node. */
export function shellOf(prefix: string): NodeJS.ProcessEnv {
  const bin = [path.join(prefix, 'bin'), path.dirname(process.execPath), process.env['PATH']];
  return {
    ...process.env,
    LANG: 'C',
    PATH: bin.join(path.delimiter),
    npm_config_prefix: prefix,
    npm_config_offline: 'true',
    NODE_OPTIONS: '',
    TUNING_FORK_PYTHON: '',
  };
}

/** Runs a line of a shell, as a step of a workflow does. */
export function shell(line: string, cwd: string, env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', line], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
