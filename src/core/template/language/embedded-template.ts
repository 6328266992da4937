import { nodeAt, type Path } from '../../dataset/json/locate.ts';
import { parsePositioned, type JsonNode } from '../../dataset/json/positioned-json.ts';

/** A chat template inside a `tokenizer_config.json`. Offsets are UTF-16 units of the file's text. */
export interface EmbeddedTemplate {
  /** `default` where there is one alone. */
  readonly name: string;
  readonly text: string;
  /** The string literal, its quotes included. */
  readonly literal: { readonly start: number; readonly end: number };
}

export type EmbeddedTemplates =
  | { readonly ok: true; readonly templates: readonly EmbeddedTemplate[] }
  | { readonly ok: false; readonly line: number };

/** The templates under `chat_template`: a string, a list of `name` and `template`, or an object from name to string; of one name the last. */
export function embeddedTemplates(json: string): EmbeddedTemplates {
  const parsed = parsePositioned(withoutMark(json));
  if (!parsed.ok) return { ok: false, line: json.slice(0, parsed.at).split('\n').length };
  const found = nodeAt(parsed.root, ['chat_template'])?.node;
  if (found === undefined) return { ok: true, templates: [] };
  const templates = new Map(namedNodes(found).flatMap(([name, node]) => templateOf(name, node)));
  return { ok: true, templates: [...templates.values()] };
}

/** The file's text with another template in the place of one: all else stays as it is. */
export function replaceEmbedded(json: string, { literal }: EmbeddedTemplate, text: string): string {
  return json.slice(0, literal.start) + pythonString(text) + json.slice(literal.end);
}

/** A string as `json.dumps(ensure_ascii=False)` writes it. */
function pythonString(text: string): string {
  return JSON.stringify(text);
}

/** Positions count a byte order mark, which is no JSON. */
function withoutMark(json: string): string {
  return json.startsWith('\ufeff') ? ` ${json.slice(1)}` : json;
}

function namedNodes(node: JsonNode): [string, JsonNode][] {
  if (node.kind === 'string') return [['default', node]];
  if (node.kind === 'object') return node.entries.map(({ key, value }) => [key, value]);
  if (node.kind !== 'array') return [];
  return node.items.flatMap((item): [string, JsonNode][] => {
    const name = at(item, ['name']);
    const template = at(item, ['template']);
    return name?.kind === 'string' && template !== undefined ? [[name.value, template]] : [];
  });
}

function at(node: JsonNode, path: Path): JsonNode | undefined {
  return nodeAt(node, path)?.node;
}

function templateOf(name: string, node: JsonNode): [string, EmbeddedTemplate][] {
  if (node.kind !== 'string') return [];
  const { start, end, value } = node;
  return [[name, { name, text: value, literal: { start, end } }]];
}
