import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedModel, cachedModelIds, ggufFilesIn } from '../../../src/node/template/hub-cache.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'tuning-fork-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

function put(file: string, text = 'x'): void {
  const path = join(cache, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const env = (): NodeJS.ProcessEnv => ({ HF_HUB_CACHE: cache });

describe('the models of the Hub cache', () => {
  it('are listed by name, and nothing else is', async () => {
    put('models--b--two/refs/main', '1');
    put('models--a--one/refs/main', '1');
    put('models--gpt2/refs/main', '1');
    put('datasets--a--rows/refs/main', '1');
    put('version.txt');
    expect(await cachedModelIds(env())).toEqual(['a/one', 'b/two', 'gpt2']);
    expect(await cachedModelIds({ HF_HUB_CACHE: join(cache, 'gone') })).toEqual([]);
  });

  it.each([
    ['HF_HUB_CACHE', (root: string) => ({ HF_HUB_CACHE: `${root}/hub`, HF_HOME: '/other' })],
    ['HF_HOME', (root: string) => ({ HF_HOME: root, XDG_CACHE_HOME: '/other' })],
    ['XDG_CACHE_HOME', (root: string) => ({ XDG_CACHE_HOME: `${root}/xdg` })],
    ['HOME', (root: string) => ({ HOME: root })],
  ])('are found by %s', async (_, environment) => {
    for (const place of ['hub', 'xdg/huggingface/hub', '.cache/huggingface/hub'])
      put(`${place}/models--a--one/refs/main`, '1');
    expect(await cachedModelIds(environment(cache))).toEqual(['a/one']);
  });

  it('are taken at the commit of their main branch', async () => {
    put('models--a--one/refs/main', 'c1');
    put('models--a--one/refs/v2', 'c2');
    put('models--a--one/snapshots/c1/config.json');
    put('models--a--one/snapshots/c2/config.json');
    const folder = join(cache, 'models--a--one/snapshots/c1');
    expect(await cachedModel('a/one', env())).toEqual({
      id: 'a/one',
      commit: 'c1',
      revision: 'main',
      folder,
    });
  });

  it('else at another branch or tag that has files, else at the newest commit', async () => {
    put('models--a--one/refs/main', 'c1');
    put('models--a--one/refs/pr/7', 'c2');
    put('models--a--one/snapshots/c2/config.json');
    expect(await cachedModel('a/one', env())).toMatchObject({ commit: 'c2', revision: 'pr/7' });
    put('models--b--two/snapshots/old/config.json');
    put('models--b--two/snapshots/new/config.json');
    utimesSync(join(cache, 'models--b--two/snapshots/old'), 1, 1);
    expect(await cachedModel('b/two', env())).toMatchObject({ commit: 'new', revision: null });
    put('models--c--none/refs/main', 'c1');
    expect(await cachedModel('c/none', env())).toBeNull();
  });

  it('name their GGUF files', async () => {
    put('f/b.gguf');
    put('f/a.GGUF');
    put('f/c.bin');
    expect(await ggufFilesIn(join(cache, 'f'))).toEqual(['a.GGUF', 'b.gguf']);
    expect(await ggufFilesIn(join(cache, 'gone'))).toEqual([]);
  });
});
