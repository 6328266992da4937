import { describe, expect, it } from 'vitest';
import { hubEndpoint } from '../../../src/core/hub/hub-endpoint.ts';

describe('hubEndpoint', () => {
  it.each([
    ['the official Hub', {}, null, 'https://huggingface.co'],
    ['the setting', {}, 'https://hub.example.org/', 'https://hub.example.org'],
    [
      'HF_ENDPOINT before the setting',
      { HF_ENDPOINT: 'http://localhost:1//' },
      'https://hub.example.org',
      'http://localhost:1',
    ],
    ['the official Hub where the setting is blank', {}, ' ', 'https://huggingface.co'],
  ])('is %s', (_, env, setting, expected) => {
    expect(hubEndpoint(env, setting)).toBe(expected);
  });
});
