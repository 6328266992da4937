import type { Message } from '../text/message.ts';
import { JsonFault, parsePythonJson } from './python-json.ts';
import { printPythonJson } from './print-python-json.ts';
import { TemplateFault } from './template-fault.ts';
import { PyDict } from './values/dict.ts';
import type { Value } from './values/value.ts';

/** Tools as `apply_chat_template(tools=…)` takes them, or why a text holds none. */
export type ToolsSource =
  | {
      readonly ok: true;
      /** JSON text of the list; numbers and the order of keys as they stood. */
      readonly json: string;
      readonly count: number;
      /** `mcp`: the text was the result of an MCP server's `tools/list`. */
      readonly kind: 'tools' | 'mcp';
    }
  | { readonly ok: false; readonly message: Message };

/**
 * Tools from the text of a JSON file: a list of functions in OpenAI's form (`{type: 'function', function: …}`), of bare function
 * schemas (`{name, description, parameters}`), or both; one of them alone; an object that holds such a list as `tools`; or the result
 * of an MCP `tools/list` (`{tools: [{name, description, inputSchema}]}`), also in its JSON-RPC envelope. Bare and MCP ones are put
 * into OpenAI's form, which chat templates expect.
 */
export function readTools(text: string): ToolsSource {
  const read = parsed(text);
  if ('message' in read) return refusal(read.message);
  const list = toolList(read.value);
  if (list === null) return refusal({ id: 'tools.no-list' });
  if (list.length === 0) return refusal({ id: 'tools.empty' });
  const isMcp = list.some((tool) => tool instanceof PyDict && tool.getText('inputSchema') !== undefined);
  const tools: Value[] = [];
  for (const [index, tool] of list.entries()) {
    const converted = toolOf(tool, index + 1);
    if (!(converted instanceof PyDict)) return refusal(converted);
    tools.push(converted);
  }
  return printed(tools, isMcp ? 'mcp' : 'tools');
}

function printed(tools: Value[], kind: 'tools' | 'mcp'): ToolsSource {
  try {
    return { ok: true, json: printPythonJson(tools), count: tools.length, kind };
  } catch (error) {
    if (error instanceof TemplateFault) return refusal({ id: 'tools.too-deep' });
    throw error;
  }
}

function refusal(message: Message): ToolsSource {
  return { ok: false, message };
}

function parsed(text: string): { readonly value: Value } | { readonly message: Message } {
  try {
    return { value: parsePythonJson(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const line = text.slice(0, error.offset).split('\n').length;
    return { message: { id: 'tools.no-json', args: { line, reason: error.message } } };
  }
}

/** The list wherever it stands; null if there is none. */
function toolList(value: Value): readonly Value[] | null {
  if (Array.isArray(value)) return value;
  if (!(value instanceof PyDict)) return null;
  const result = value.getText('result');
  if (value.getText('jsonrpc') !== undefined && result !== undefined) return toolList(result);
  const tools = value.getText('tools');
  if (Array.isArray(tools)) return tools;
  return isTool(value) ? [value] : null;
}

function isTool(value: PyDict): boolean {
  return value.getText('function') instanceof PyDict || typeof value.getText('name') === 'string';
}

/** A tool in OpenAI's form, or why it is none. */
function toolOf(tool: Value, number: number): PyDict | Message {
  if (!(tool instanceof PyDict)) return { id: 'tools.no-object', args: { number } };
  const own = tool.getText('function');
  if (own instanceof PyDict) return nameOf(own) === null ? nameless(number) : withType(tool);
  const name = nameOf(tool);
  if (name === null) return nameless(number);
  const schema = tool.getText('parameters') ?? tool.getText('inputSchema') ?? tool.getText('input_schema');
  if (schema !== undefined && !(schema instanceof PyDict))
    return { id: 'tools.no-schema', args: { number, name } };
  return functionTool(name, tool.getText('description') ?? null, schema ?? emptySchema());
}

function nameOf(dict: PyDict): string | null {
  const name = dict.getText('name');
  return typeof name === 'string' && name !== '' ? name : null;
}

function nameless(number: number): Message {
  return { id: 'tools.no-name', args: { number } };
}

function withType(tool: PyDict): PyDict {
  if (tool.getText('type') !== undefined) return tool;
  const typed = new PyDict();
  typed.setText('type', 'function');
  for (const [key, value] of tool.entries()) typed.set(key, value);
  return typed;
}

function functionTool(name: string, description: Value, parameters: PyDict): PyDict {
  const own = new PyDict();
  own.setText('name', name);
  if (typeof description === 'string') own.setText('description', description);
  own.setText('parameters', parameters);
  const tool = new PyDict();
  tool.setText('type', 'function');
  tool.setText('function', own);
  return tool;
}

/** What MCP means by a tool without parameters. */
function emptySchema(): PyDict {
  const schema = new PyDict();
  schema.setText('type', 'object');
  schema.setText('properties', new PyDict());
  return schema;
}
