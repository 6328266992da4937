import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findToken } from '../../../src/node/hub/find-token.ts';
import { hubFolders } from '../../../src/node/hub/hub-folders.ts';
import { resolveToken } from '../../../src/node/hub/resolve-token.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
let home = '';

beforeAll(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-token-'));
  const files = {
    '.cache/huggingface/token': 'from-default-file\n',
    'hub/token': ' from-hub-home \r\n',
    'xdg/huggingface/token': 'from-xdg',
    'own/token': 'from-own-path',
    'blank/token': ' \n',
  };
  for (const [name, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(home, name)), { recursive: true });
    await fs.writeFile(path.join(home, name), text);
  }
});
afterAll(async () => {
  await fs.rm(home, { recursive: true });
});

/** Environments, `~home~` standing for the home folder; and where the token comes from. */
const cases: readonly (readonly [string, Record<string, string>, string | null])[] = [
  ['the file in the home folder', {}, '~home~/.cache/huggingface/token'],
  ['HF_TOKEN before everything', { HF_TOKEN: 'a', HUGGING_FACE_HUB_TOKEN: 'b' }, 'HF_TOKEN'],
  ['the old name where HF_TOKEN is not set', { HUGGING_FACE_HUB_TOKEN: 'b' }, 'HUGGING_FACE_HUB_TOKEN'],
  [
    'the old name where HF_TOKEN is empty',
    { HF_TOKEN: '', HUGGING_FACE_HUB_TOKEN: 'b' },
    'HUGGING_FACE_HUB_TOKEN',
  ],
  [
    'the file where HF_TOKEN is blank',
    { HF_TOKEN: ' \n', HUGGING_FACE_HUB_TOKEN: 'b' },
    '~home~/.cache/huggingface/token',
  ],
  ['line ends inside', { HF_TOKEN: ' a\r\nb\n ' }, 'HF_TOKEN'],
  ['quotes, which are kept', { HF_TOKEN: '"a"' }, 'HF_TOKEN'],
  ['HF_HOME', { HF_HOME: '~home~/hub' }, '~home~/hub/token'],
  ['HF_HOME with a variable and a tilde', { HF_HOME: '~/$PART', PART: 'hub' }, '~home~/hub/token'],
  ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '~home~/xdg' }, '~home~/xdg/huggingface/token'],
  ['HF_TOKEN_PATH', { HF_TOKEN_PATH: '~home~/own/token', HF_HOME: '~home~/hub' }, '~home~/own/token'],
  ['nothing where the file is blank', { HF_TOKEN_PATH: '~home~/blank/token' }, null],
  ['nothing where there is no file', { HF_HOME: '~home~/nowhere' }, null],
];

function environment(variables: Record<string, string>): Record<string, string> {
  const filled = Object.entries(variables).map(([name, value]) => [name, value.replaceAll('~home~', home)]);
  return { HOME: home, ...(Object.fromEntries(filled) as Record<string, string>) };
}

describe('findToken', () => {
  it.each(cases)('finds %s', async (_, variables, source) => {
    const expected = source?.replaceAll('~home~', home) ?? null;
    expect(await findToken(environment(variables))).toEqual({ present: expected !== null, source: expected });
  });

  it.skipIf(python === undefined)(
    'agrees with huggingface_hub on the token itself, and on its folders (skipped without TUNING_FORK_TEST_PYTHON)',
    async () => {
      const program = `
import json
from huggingface_hub import constants, get_token
print(json.dumps([get_token(), constants.HF_HUB_CACHE, constants.HF_TOKEN_PATH]))
`;
      const caches = [{ HF_HUB_CACHE: '~home~/c' }, { HUGGINGFACE_HUB_CACHE: '~/d', HF_HOME: '~home~/hub' }];
      for (const variables of [...cases.map((each) => each[1]), ...caches]) {
        const env = environment(variables);
        const answer = spawnSync(python ?? '', ['-c', program], { encoding: 'utf8', env });
        expect(answer.status, answer.stderr).toBe(0);
        const { cache, token } = hubFolders(env);
        const ours = (await resolveToken(env))?.token ?? null;
        expect([ours, cache, token], JSON.stringify(variables)).toEqual(JSON.parse(answer.stdout) as unknown);
      }
    },
    120_000,
  );
});
