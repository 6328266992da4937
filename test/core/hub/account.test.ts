import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { accountOf, whoAmIAnswer } from '../../../src/core/hub/account.ts';
import { isLoopback, saysSimulated } from '../../../src/core/hub/simulated-hub.ts';

function account(accessToken: object | undefined): object {
  const answer = { name: 'me', orgs: [{ name: 'lab' }], auth: { type: 'access_token', accessToken } };
  return accountOf(v.parse(whoAmIAnswer, answer));
}
const scoped = (...permissions: string[][]): object => ({
  role: 'fineGrained',
  fineGrained: {
    canReadGatedRepos: true,
    global: [],
    scoped: permissions.map((each) => ({ entity: { type: 'user', name: 'me' }, permissions: each })),
  },
});

describe('accountOf', () => {
  it.each([
    [{ role: 'read' }, 'read', false],
    [{ role: 'write' }, 'write', true],
    [{ role: 'admin' }, 'admin', true],
    [{ role: 'contributor' }, null, null],
    [undefined, null, null],
    [{ role: 'fineGrained' }, 'fine-grained', null],
    [scoped(), 'fine-grained', false],
    [scoped(['repo.content.read', 'job.write']), 'fine-grained', false],
    [scoped(['repo.content.read'], ['repo.write']), 'fine-grained', true],
  ])('reads %j', (token, role, canWrite) => {
    expect(account(token)).toEqual({ name: 'me', namespaces: ['me', 'lab'], role, canWrite });
  });
});

describe('isLoopback', () => {
  it.each([
    'http://127.0.0.1:8000',
    'http://localhost',
    'https://LOCALHOST:1/hub',
    'http://[::1]:80',
    'http://127.1.2.3',
  ])('takes %s', (endpoint) => expect(isLoopback(endpoint)).toBe(true));
  it.each([
    'https://huggingface.co',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1@example.com',
    'http://localhost:80@example.com',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
    '127.0.0.1',
  ])('does not take %s', (endpoint) => expect(isLoopback(endpoint)).toBe(false));
});

describe('saysSimulated', () => {
  it('believes the header from this computer alone', () => {
    const headers = new Headers({ 'x-simulated-hub': '1' });
    expect(saysSimulated('http://127.0.0.1:1', headers)).toBe(true);
    expect(saysSimulated('http://127.0.0.1:1', new Headers())).toBe(false);
    expect(saysSimulated('https://huggingface.co', headers)).toBe(false);
  });
});
