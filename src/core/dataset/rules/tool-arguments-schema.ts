import { schemaBreaches, type SchemaBreach } from '../row/argument-schema.ts';
import type { JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import type { Message } from '../../text/message.ts';
import { unreachable } from '../../text/unreachable.ts';
import type { CallArguments } from '../row/tool-call.ts';
import { toolsByName, type NamedTool } from '../row/tool-definition.ts';
import { excerpt, LOOKED_AT, type Report, type Rule } from '../rule.ts';

export const toolArgumentsSchema: Rule = {
  id: 'tool-arguments-schema',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The arguments of a call break the schema that the row declares for the tool: one that is required is missing, one is not declared, has another type, or is none of the listed values. The model learns calls that fail. Correct the call or the schema. Only type, enum, required, properties, items and additionalProperties are looked at.',
      ko: '호출의 인자가 행이 선언한 도구의 스키마에 맞지 않습니다. 필수 인자가 없거나, 선언되지 않은 인자이거나, 종류가 다르거나, 나열된 값이 아닙니다. 모델이 실패하는 호출을 배웁니다. 호출이나 스키마를 고치십시오. type, enum, required, properties, items, additionalProperties만 봅니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": {"times": 2}}}]}], "tools": [{"type": "function", "function": {"name": "greet", "parameters": {"type": "object", "properties": {"times": {"type": "integer"}}}}}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": {"times": "2"}}}]}], "tools": [{"type": "function", "function": {"name": "greet", "parameters": {"type": "object", "properties": {"times": {"type": "integer"}}}}}]}',
  },
  check({ row }, report) {
    if (row.calls.length === 0 || row.tools.kind !== 'tools') return;
    const tools = toolsByName(row.tools.list);
    if (tools === null) return;
    for (const { calls } of row.calls) {
      for (const { name, path, arguments: given } of calls) {
        const tool = name === null ? undefined : tools.get(name);
        if (tool === undefined || given.kind === 'refused') continue;
        reportBreaches(tool, given.kind === 'none' ? noArguments(path) : given, report);
      }
    }
  },
};

type GivenArguments = Extract<CallArguments, { kind: 'object' }>;

/** A call without the key gives none; what is said of it stands at the call. */
function noArguments(path: Path): GivenArguments {
  return { kind: 'object', value: {}, path, inText: true };
}

function reportBreaches({ name, parameters }: NamedTool, given: GivenArguments, report: Report): void {
  for (const breach of schemaBreaches(parameters, given.value)) {
    const path = given.inText ? given.path : [...given.path, ...breach.path];
    report({
      target: { kind: breach.kind === 'unknown' && !given.inText ? 'key' : 'value', path },
      message: sentence(breach, excerpt(name)),
    });
  }
}

function sentence(breach: SchemaBreach, tool: string): Message {
  const id = `dataset.tool-arguments-schema.${breach.kind}`;
  switch (breach.kind) {
    case 'missing':
    case 'unknown':
      return { id, args: { tool, argument: excerpt(breach.name) } };
    case 'type':
      return { id, args: { tool, argument: pathText(breach.path), wanted: breach.wanted } };
    case 'enum':
      return {
        id,
        args: {
          tool,
          argument: pathText(breach.path),
          wanted: wantedText(breach.wanted),
        },
      };
    default:
      return unreachable(breach);
  }
}

/** Made once of a list: a tool may be called as often as the list is long. */
const wantedTexts = new WeakMap<readonly JsonValue[], string>();

function wantedText(wanted: readonly JsonValue[]): string {
  let text = wantedTexts.get(wanted);
  if (text === undefined) {
    const looked = wanted.slice(0, LOOKED_AT).map(String);
    text = excerpt(looked.map((value) => value.slice(0, LOOKED_AT)).join(', '));
    wantedTexts.set(wanted, text);
  }
  return text;
}

/** `filters.0.name` */
function pathText(path: Path): string {
  return excerpt(path.join('.'));
}
