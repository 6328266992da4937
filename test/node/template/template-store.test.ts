import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateSha256 } from '../../../src/node/template/read-chat-templates.ts';
import { TemplateStore } from '../../../src/node/template/template-store.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tuning-fork-store-'));
  folder = join(root, 'templates');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fileOf = (text: string): string => join(folder, `${templateSha256(text)}.jinja`);

describe('kept texts of templates', () => {
  it('come back by their hash, character by character', async () => {
    const store = new TemplateStore(folder);
    await store.keep('한 🙂\r\n');
    expect(await store.text(templateSha256('한 🙂\r\n'))).toBe('한 🙂\r\n');
    expect(await store.text(templateSha256('other'))).toBeNull();
  });

  it('are no more than so many: the one used longest ago goes first', async () => {
    const store = new TemplateStore(folder, 2);
    await store.keep('a');
    await store.keep('b');
    utimesSync(fileOf('a'), 100, 100);
    utimesSync(fileOf('b'), 200, 200);
    await store.keep('a');
    await store.keep('c');
    expect(await store.text(templateSha256('b'))).toBeNull();
    expect(await store.text(templateSha256('a'))).toBe('a');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('are none where they are too long, changed on the disk, or asked for by no hash', async () => {
    const store = new TemplateStore(folder);
    const long = 'x'.repeat(2_000_000);
    await store.keep(long);
    expect(await store.text(templateSha256(long))).toBeNull();
    await store.keep('a');
    writeFileSync(fileOf('a'), 'b');
    expect(await store.text(templateSha256('a'))).toBeNull();
    expect(await store.text('../../secret')).toBeNull();
  });

  it('a folder that cannot be made keeps none, without an error', async () => {
    writeFileSync(folder, 'a file');
    const store = new TemplateStore(folder);
    await store.keep('a');
    expect(await store.text(templateSha256('a'))).toBeNull();
  });
});
