import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everySentence } from '../../kit/every-sentence.ts';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { connectHub } from '../../../src/node/hub/connect-hub.ts';
import { createRepository } from '../../../src/node/hub/create-repository.ts';
import type { HubConnection } from '../../../src/node/hub/hub-connection.ts';
import { hubFetch } from '../../../src/node/hub/hub-fetch.ts';
import { uploadFiles } from '../../../src/node/hub/upload-files.ts';
import { fetchHubTemplates } from '../../../src/node/template/fetch-hub-templates.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';

let hub: HubEmulator;
let connection: HubConnection;
beforeAll(async () => {
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: [] }, seed: 7 });
  const made = await connectHub({ HOME: '/nowhere', HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token });
  connection = {
    ...made,
    fetch: hubFetch(hub.endpoint, { timeout: 20_000, waits: [1], longestWait: 500 }),
  };
});
beforeEach(() => hub.faults.clear());
afterAll(() => hub.stop());

async function model(name: string, files: Record<string, string>): Promise<string> {
  const id = `tuner/${name}`;
  await createRepository(connection, { type: 'model', id, private: false });
  await uploadFiles(connection, {
    type: 'model',
    id,
    title: 'files',
    files: Object.entries(files).map(([path, text]) => ({ path, content: { text } })),
  });
  return id;
}

const config = (template: unknown): string => JSON.stringify({ chat_template: template });

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof HumanError)) throw new Error(`no sentence: ${String(error)}`);
  expect(everySentence).toHaveProperty([error.detail.id]);
  return error.detail.id;
}

describe('the templates of a model at the Hub', () => {
  it('are those that transformers would read, with the commit that they stand at', async () => {
    const id = await model('files', {
      'chat_template.jinja': 'file 한',
      'additional_chat_templates/tool_use.jinja': 'tools',
      'additional_chat_templates/deeper/no.jinja': 'no',
      'tokenizer_config.json': config('config'),
    });
    const found = await fetchHubTemplates(connection, id, 'main', {});
    expect(found.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(found.templates).toEqual([
      { name: 'default', text: 'file 한', file: 'chat_template.jinja' },
      { name: 'tool_use', text: 'tools', file: 'additional_chat_templates/tool_use.jinja' },
    ]);
    expect(await fetchHubTemplates(connection, id, found.commit, {})).toEqual(found);
  });

  it('come from the configuration where there are no files, else from the processor', async () => {
    const names = [
      { name: 'default', template: 'd' },
      { name: 'rag', template: 'r' },
    ];
    const one = await model('config', { 'tokenizer_config.json': config(names) });
    const { templates } = await fetchHubTemplates(connection, one, 'main', {});
    expect(templates.map(({ name, text }) => [name, text])).toEqual([
      ['default', 'd'],
      ['rag', 'r'],
    ]);
    const other = await model('processor', {
      'tokenizer_config.json': '{}',
      'chat_template.json': config('p'),
    });
    const found = await fetchHubTemplates(connection, other, 'main', {});
    expect(found.templates).toEqual([{ name: 'default', text: 'p', file: 'chat_template.json' }]);
  });

  it('that are not there, or broken, are told in a sentence', async () => {
    expect(await refusal(fetchHubTemplates(connection, 'no name', 'main', {}))).toBe('template.hub.no-id');
    expect(await refusal(fetchHubTemplates(connection, 'tuner/gone', 'main', {}))).toBe(
      'template.hub.no-model',
    );
    const bare = await model('bare', { 'README.md': 'x' });
    expect(await refusal(fetchHubTemplates(connection, bare, 'main', {}))).toBe('template.hub.no-template');
    expect(await refusal(fetchHubTemplates(connection, bare, 'v9', {}))).toBe('template.hub.no-model');
    const broken = await model('broken', { 'tokenizer_config.json': '{' });
    expect(await refusal(fetchHubTemplates(connection, broken, 'main', {}))).toBe('template.broken-config');
    const large = await model('large', { 'chat_template.jinja': 'x'.repeat(5_000_000) });
    expect(await refusal(fetchHubTemplates(connection, large, 'main', {}))).toBe('template.hub.too-large');
  });

  it('offline nothing is asked', async () => {
    const before = hub.requests.length;
    const offline = fetchHubTemplates(connection, 'tuner/files', 'main', { HF_HUB_OFFLINE: '1' });
    expect(await refusal(offline)).toBe('template.hub.offline');
    expect(hub.requests.length).toBe(before);
  });

  it('of a gated model say where its terms are accepted', async () => {
    const answers: Record<string, () => Response> = {
      '/api/models/meta/gated/revision/main': () =>
        Response.json({
          sha: 'a'.repeat(40),
          gated: 'manual',
          siblings: [{ rfilename: 'chat_template.jinja' }],
        }),
    };
    const fetch: typeof globalThis.fetch = (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const refused = new Response('{"error": "Access to model meta/gated is restricted."}', { status: 401 });
      return Promise.resolve(answers[pathname]?.() ?? refused);
    };
    const gated = { ...connection, token: null, fetch };
    expect(await refusal(fetchHubTemplates(gated, 'meta/gated', 'main', {}))).toBe('template.hub.gated');
  });

  it('a Hub that is not reached is told', async () => {
    const away = await connectHub({ HOME: '/nowhere', HF_ENDPOINT: 'http://127.0.0.1:9' });
    const patience = { timeout: 2_000, waits: [], longestWait: 0 };
    const fetch = hubFetch(away.endpoint, patience);
    const asked = fetchHubTemplates({ ...away, fetch }, 'a/b', 'main', {});
    expect(await refusal(asked)).toBe('hub.refused.unreachable');
  });
});
