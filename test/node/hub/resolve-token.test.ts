import { describe, expect, it } from 'vitest';
import { connectHub } from '../../../src/node/hub/connect-hub.ts';
import { resolveToken } from '../../../src/node/hub/resolve-token.ts';

const file = '/h/.cache/huggingface/token';
const fromFile = { token: 'filed', source: { kind: 'file', path: file } };
const pasted = { token: 'pasted', source: { kind: 'secret-store' } };

function inEnvironment(name: string, token: string): object {
  return { token, source: { kind: 'environment', name } };
}

/** Environment, text of the token file, what was pasted; and what is sent. The Python client's rules: trl-and-jobs.md §6, row 17. */
const cases: readonly (readonly [
  string,
  Record<string, string>,
  string | null,
  string | null,
  object | null,
])[] = [
  [
    'HF_TOKEN',
    { HF_TOKEN: 'a', HUGGING_FACE_HUB_TOKEN: 'b' },
    'filed',
    'pasted',
    inEnvironment('HF_TOKEN', 'a'),
  ],
  ['line ends cut, spaces too', { HF_TOKEN: ' a\r\nb \n' }, null, null, inEnvironment('HF_TOKEN', 'ab')],
  ['quotes kept', { HF_TOKEN: '"a"' }, null, null, inEnvironment('HF_TOKEN', '"a"')],
  ['no prefix asked for', { HF_TOKEN: 'oauth-x' }, null, null, inEnvironment('HF_TOKEN', 'oauth-x')],
  [
    'the old name',
    { HUGGING_FACE_HUB_TOKEN: 'b' },
    'filed',
    null,
    inEnvironment('HUGGING_FACE_HUB_TOKEN', 'b'),
  ],
  [
    'a blank HF_TOKEN hiding the old name',
    { HF_TOKEN: ' ', HUGGING_FACE_HUB_TOKEN: 'b' },
    'filed\n',
    null,
    fromFile,
  ],
  ['the file before what was pasted', {}, ' filed\r\n', 'pasted', fromFile],
  ['what was pasted last', {}, ' \n', 'pasted\n', pasted],
  ['nothing', {}, null, ' ', null],
  [
    'OIDC before everything, without a value',
    { HF_OIDC_RESOURCE: 'r', HF_TOKEN: 'a' },
    'filed',
    'pasted',
    { token: null, source: { kind: 'oidc' } },
  ],
];

describe('resolveToken', () => {
  it.each(cases)('finds %s', async (_, variables, text, secret, expected) => {
    const read = async (path: string): Promise<string | null> => (path === file ? text : null);
    const found = await resolveToken({ HOME: '/h', ...variables }, { read, secret: async () => secret });
    expect(found).toEqual(expected);
  });

  it('does not ask the secret store where the environment has a token', async () => {
    const secret = (): never => {
      throw new Error('asked');
    };
    expect((await resolveToken({ HOME: '/h', HF_TOKEN: 'a' }, { secret }))?.token).toBe('a');
  });
});

describe('connectHub', () => {
  it('says that a token by OIDC works in Python only', async () => {
    await expect(connectHub({ HOME: '/h', HF_OIDC_RESOURCE: 'r' })).rejects.toMatchObject({
      detail: { id: 'hub.oidc-python-only' },
    });
  });

  it.each([
    [{}, true],
    [{ HF_ENDPOINT: 'https://huggingface.co/' }, true],
    [{ HF_HUB_DISABLE_XET: 'yes' }, false],
    [{ HF_HUB_DISABLE_XET: '0' }, true],
    [{ HF_ENDPOINT: 'http://127.0.0.1:1' }, false],
  ])('uses Xet at the official Hub alone, unless it is switched off: %j', async (env, xet) => {
    expect(await connectHub({ HOME: '/h', ...env })).toMatchObject({ xet, token: null });
  });
});
