import { describe, expect, test } from 'vitest';
import { readTools } from '../../../src/core/template/tools-source.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';

const parameters = { type: 'object', properties: { n: { type: 'number', default: 1 } } };
const openAi = { type: 'function', function: { name: 'f', description: 'd', parameters } };
const bare = { name: 'f', description: 'd', parameters };
const mcp = { name: 'f', title: 'F', description: 'd', inputSchema: parameters, annotations: {} };

function toolsOf(source: unknown): unknown {
  const read = readTools(JSON.stringify(source));
  if (!read.ok) throw new Error(formatMessage(read.message, 'en'));
  return JSON.parse(read.json);
}

function refusalOf(text: string): string {
  const read = readTools(text);
  if (read.ok) throw new Error(read.json);
  return formatMessage(read.message, 'en');
}

describe('the tools of a file', () => {
  test.each([
    ['a list in the form of OpenAI', [openAi]],
    ['a list of bare functions', [bare]],
    ['one function alone', openAi],
    ['one bare function alone', bare],
    ['a list under tools', { tools: [openAi] }],
    ['the result of an MCP tools/list', { tools: [mcp], nextCursor: 'x' }],
    ['that result in its JSON-RPC envelope', { jsonrpc: '2.0', id: 1, result: { tools: [mcp] } }],
    ['the tools of an MCP result alone', [mcp]],
    ['a function without its type', [{ function: openAi.function }]],
    ['the form of Anthropic', [{ name: 'f', description: 'd', input_schema: parameters }]],
  ])('are found in %s', (_, source) => {
    expect(toolsOf(source)).toEqual([openAi]);
  });

  test('say whether they came from an MCP server, and how many they are', () => {
    expect(readTools(JSON.stringify([openAi, bare]))).toMatchObject({ ok: true, count: 2, kind: 'tools' });
    expect(readTools(JSON.stringify({ tools: [mcp] }))).toMatchObject({ ok: true, count: 1, kind: 'mcp' });
  });

  test('keep what stands beside the function', () => {
    const strict = { ...openAi, strict: true, function: { ...openAi.function, strict: true } };
    expect(toolsOf([strict])).toEqual([strict]);
  });

  test('get an empty schema where an MCP server names none', () => {
    expect(toolsOf([{ name: 'f' }])).toEqual([
      { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } },
    ]);
  });

  test('keep floats, large ints, Korean, the order of keys and lone surrogates as they stand', () => {
    const text =
      '[{"name":"f","parameters":{"default":1.0,"big":123456789012345678901,"2":"서울","1":"\\ud800"}}]';
    const read = readTools(text);
    expect(read).toMatchObject({
      ok: true,
      json: '[{"type":"function","function":{"name":"f","parameters":{"default":1.0,"big":123456789012345678901,"2":"서울","1":"\ud800"}}}]',
    });
  });

  test('are read behind a byte order mark', () => {
    expect(readTools(`\ufeff${JSON.stringify([bare])}`)).toMatchObject({ ok: true });
  });

  test.each([
    [
      'text that is no JSON',
      '[\n{"name": }]',
      'The tools are no valid JSON (Expecting value, line 2): repair the file.',
    ],
    [
      'another value',
      '3',
      'The file holds no list of tools: it needs a JSON list of functions, or the result of an MCP tools/list.',
    ],
    [
      'an object without tools',
      '{"a": 1}',
      'The file holds no list of tools: it needs a JSON list of functions, or the result of an MCP tools/list.',
    ],
    [
      'an MCP error',
      '{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}',
      'The file holds no list of tools: it needs a JSON list of functions, or the result of an MCP tools/list.',
    ],
    ['an empty list', '[]', 'The list of tools is empty: add a function to it.'],
    [
      'a tool that is no object',
      '[1]',
      'Tool 1 is no JSON object: write it as a function with name, description and parameters.',
    ],
    [
      'a tool without a name',
      '[{"name":"a"},{"description":"x"}]',
      'Tool 2 has no name: give its function one.',
    ],
    [
      'a function without a name',
      '[{"type":"function","function":{}}]',
      'Tool 1 has no name: give its function one.',
    ],
    [
      'parameters that are no object',
      '[{"name":"f","parameters":[]}]',
      'The parameters of tool 1 (f) are no JSON object: write them as a JSON Schema.',
    ],
    [
      'more levels than Python writes',
      `[{"name":"f","parameters":{"a":${'['.repeat(984)}${']'.repeat(984)}}}]`,
      'The tools are nested too deep for Python to write them as JSON: flatten their schemas.',
    ],
  ])('are refused in one sentence: %s', (_, text, sentence) => {
    expect(refusalOf(text)).toBe(sentence);
  });
});
