import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar, type Node } from 'yaml';
import { resolveScalar } from './resolve-scalar.ts';
import type { TextRange, YamlEntry, YamlNode } from './yaml-node.ts';

/** Why the text is no YAML that PyYAML reads; `detail` is the parser's own English. */
interface YamlFault {
  readonly detail: string;
  readonly range: TextRange;
}

export type YamlReading =
  | { readonly root: YamlNode; readonly fault: null }
  | { readonly root: null; readonly fault: YamlFault };

/** More than any recipe has; a file of aliases to aliases would otherwise grow without end. */
const MOST_NODES = 100_000;

// PyYAML 6 reader.py:133: these stop the load wherever they stand.
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads a text as PyYAML's safe_load does (YAML 1.1, one document), keeping the place of every value. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
    merge: false,
  });
  const place = (start: number, end: number): TextRange => {
    const { line, col } = lines.linePos(start);
    return { start, end: Math.max(end, start), line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unprintable = NOT_PRINTABLE.exec(text);
  if (unprintable !== null) {
    const at = unprintable.index;
    const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return faulty(`the character U+${code} is not allowed in YAML`, place(at, at + unprintable[0].length));
  }
  const [error] = document.errors;
  if (error !== undefined) return faulty(firstLine(error.message), place(error.pos[0], error.pos[1]));
  const { contents } = document;
  if (contents === null) return { root: { kind: 'null', range: place(0, text.length) }, fault: null };
  try {
    return { root: new Walk(text, place).node(contents), fault: null };
  } catch (refusal) {
    if (refusal instanceof Refusal) return faulty(refusal.message, refusal.range);
    throw refusal;
  }
}

function faulty(detail: string, range: TextRange): YamlReading {
  return { root: null, fault: { detail, range } };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

/** A value that `yaml` parses and PyYAML refuses. */
class Refusal extends Error {
  readonly range: TextRange;

  constructor(message: string, range: TextRange) {
    super(message);
    this.range = range;
  }
}

/** Turns the parser's tree into ours, by PyYAML's rules. */
class Walk {
  readonly #place: (start: number, end: number) => TextRange;
  readonly #text: string;
  readonly #open = new Set<unknown>();
  readonly #anchors = new Map<string, unknown>();
  #count = 0;

  constructor(text: string, place: (start: number, end: number) => TextRange) {
    this.#text = text;
    this.#place = place;
  }

  node(node: unknown): YamlNode {
    const range = this.#rangeOf(node);
    this.#count += 1;
    if (this.#count > MOST_NODES) throw new Refusal('more values than a recipe can have', range);
    if (isNode(node) && !isAlias(node)) this.#anchor(node, range);
    if (isAlias(node)) return this.#alias(this.#anchors.get(node.source), range);
    if (isScalar(node)) return this.#scalar(node, range);
    if (isSeq(node)) {
      this.#onlyTag(node, range, 'tag:yaml.org,2002:seq');
      return { kind: 'list', items: node.items.map((item) => this.node(item)), range };
    }
    if (isMap(node)) {
      this.#onlyTag(node, range, 'tag:yaml.org,2002:map');
      return { kind: 'map', entries: this.#entries(node.items), range };
    }
    return { kind: 'null', range };
  }

  /** An anchor that stands twice stops PyYAML (composer.py:88). */
  #anchor(node: Node & { anchor?: string }, range: TextRange): void {
    const { anchor } = node;
    if (anchor === undefined) return;
    if (this.#anchors.has(anchor) && this.#anchors.get(anchor) !== node) {
      throw new Refusal(`the anchor &${anchor} stands twice`, range);
    }
    this.#anchors.set(anchor, node);
  }

  #alias(target: unknown, range: TextRange): YamlNode {
    if (target === undefined) throw new Refusal('an alias without its anchor', range);
    if (this.#open.has(target)) throw new Refusal('an alias inside its own anchor', range);
    this.#open.add(target);
    const value = this.node(target);
    this.#open.delete(target);
    return { ...value, range };
  }

  #scalar(node: Scalar, range: TextRange): YamlNode {
    const source = this.#sourceOf(node, range);
    const { tag } = node;
    if (tag === undefined || tag === '!' || tag === '?') {
      const plain = (node.type === undefined || node.type === Scalar.PLAIN) && tag !== '!';
      return plain ? this.#resolved(source, range) : { kind: 'str', value: source, range };
    }
    if (tag === 'tag:yaml.org,2002:str') return { kind: 'str', value: source, range };
    const resolved = this.#resolved(source, range);
    const kind = { bool: 'bool', int: 'int', float: 'float', null: 'null' }[
      tag.replace('tag:yaml.org,2002:', '')
    ];
    if (kind === 'float' && resolved.kind === 'int') return { ...resolved, kind };
    if (kind === 'null') return { kind: 'null', range };
    if (kind === undefined || resolved.kind !== kind) throw new Refusal(`a value with the tag ${tag}`, range);
    return resolved;
  }

  /** PyYAML gives a block scalar no line end that the file does not have (scanner.py:1012). */
  #sourceOf(node: Scalar, range: TextRange): string {
    const source = typeof node.value === 'string' ? node.value : '';
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    const cutOff = block && range.end >= this.#text.length && !this.#text.endsWith('\n');
    return cutOff && source.endsWith('\n') ? source.slice(0, -1) : source;
  }

  #resolved(source: string, range: TextRange): YamlNode {
    const scalar = resolveScalar(source);
    if (scalar === null) throw new Refusal(`"${source}" looks like a special value and is none`, range);
    return scalar.kind === 'bool' ? { ...scalar, source, range } : { ...scalar, range };
  }

  #entries(pairs: readonly { readonly key: unknown; readonly value: unknown }[]): YamlEntry[] {
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const pair of pairs) {
      const value = this.node(pair.value ?? null);
      if (isMerge(pair.key)) {
        merged.push(...this.#merged(value));
        continue;
      }
      const key = this.node(pair.key);
      if (key.kind === 'list' || key.kind === 'map')
        throw new Refusal('a key that is a list or a mapping', key.range);
      own.push({ key, name: nameOf(key), value });
    }
    return [...merged, ...own];
  }

  /** What `<<` brings in: earlier mappings of a list win (PyYAML 6 constructor.py:180). */
  #merged(value: YamlNode): readonly YamlEntry[] {
    if (value.kind === 'map') return value.entries;
    const parts = value.kind === 'list' ? value.items : [value];
    return [...parts].reverse().flatMap((part) => {
      if (part.kind === 'map') return part.entries;
      throw new Refusal('<< needs a mapping or a list of mappings', part.range);
    });
  }

  #onlyTag(node: { tag?: string }, range: TextRange, expected: string): void {
    if (node.tag !== undefined && node.tag !== expected && node.tag !== '!') {
      throw new Refusal(`a value with the tag ${node.tag}`, range);
    }
  }

  #rangeOf(node: unknown): TextRange {
    const range = (node as Node | null)?.range;
    return range ? this.#place(range[0], range[1]) : this.#place(0, 0);
  }
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === Scalar.PLAIN);
}

/** A key as Python prints it. */
function nameOf(key: Exclude<YamlNode, { kind: 'list' | 'map' }>): string {
  if (key.kind === 'null') return 'None';
  if (key.kind === 'bool') return key.value ? 'True' : 'False';
  return String(key.value);
}
