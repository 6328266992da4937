import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
} from 'yaml';
import * as v from 'valibot';
import { ruleSettings } from '../rule-settings.ts';
import type { Message } from '../../text/message.ts';
import type { Span } from '../reading/place.ts';
import { ruleTable } from '../rules/rule-table.ts';
import { closestRule } from './closest-rule.ts';
import { configurationFile, ignoreEntry, type Configuration, type KnownIgnore } from './configuration.ts';
import { TextSpans } from './text-spans.ts';

/** Something in tuning-fork.yaml that has no effect as it is written. */
export interface ConfigurationFault {
  readonly message: Message;
  readonly span: Span;
}

export interface ParsedConfiguration extends Configuration {
  readonly faults: readonly ConfigurationFault[];
  /** Where each of `ignores` stands. */
  readonly spans: readonly Span[];
}

/** Reads tuning-fork.yaml (YAML 1.2). What is faulty is reported and left out; the rest counts. */
export function parseConfiguration(source: string): ParsedConfiguration {
  return new ConfigurationReader(source).read();
}

class ConfigurationReader {
  readonly #source: string;
  readonly #spans: TextSpans;
  readonly #faults: ConfigurationFault[] = [];
  readonly #rules: Record<string, v.InferOutput<typeof ruleSettings>[string]> = {};
  readonly #ignores: { readonly entry: KnownIgnore; readonly span: Span }[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#spans = new TextSpans(source);
  }

  read(): ParsedConfiguration {
    const document = parseDocument(this.#source, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const detail = error.message.split('\n', 1)[0] ?? '';
      this.#fault('syntax', { detail }, error.pos);
    } else this.#root(document.contents);
    return {
      rules: this.#rules,
      ignores: this.#ignores.map(({ entry }) => entry),
      spans: this.#ignores.map(({ span }) => span),
      faults: this.#faults,
    };
  }

  #root(root: unknown): void {
    if (root === null || (isScalar(root) && root.value === null)) return;
    if (!isMap(root)) {
      this.#faultAt('not-a-mapping', {}, root);
      return;
    }
    for (const pair of root.items) {
      const key = nameOf(pair);
      if (key === 'rules') this.#ruleSettings(pair);
      else if (key === 'ignore') this.#ignoreList(pair);
      else this.#unknownKey(key, Object.keys(configurationFile.entries), pair);
    }
  }

  #ruleSettings(pair: Pair): void {
    const { value } = pair;
    if (isEmpty(value)) return;
    if (!isMap(value)) {
      this.#faultAt('rules-no-mapping', {}, value);
      return;
    }
    for (const setting of value.items) {
      const rule = nameOf(setting);
      const given = plain(setting.value);
      const parsed = v.safeParse(ruleSettings, { [rule]: given });
      if (!this.#isRule(rule, setting.key)) continue;
      if (parsed.success) Object.assign(this.#rules, parsed.output);
      else
        this.#faultAt(
          'bad-severity',
          { rule, value: shown(given) },
          isEmpty(setting.value) ? setting.key : setting.value,
        );
    }
  }

  #ignoreList(pair: Pair): void {
    const { value } = pair;
    if (isEmpty(value)) return;
    if (!isSeq(value)) {
      this.#faultAt('ignore-no-list', {}, value);
      return;
    }
    for (const item of value.items) this.#ignoreEntry(item);
  }

  #ignoreEntry(item: unknown): void {
    if (!isMap(item)) {
      this.#faultAt('entry-no-mapping', {}, item);
      return;
    }
    const before = this.#faults.length;
    for (const pair of item.items) this.#entryValue(pair);
    const parsed = v.safeParse(ignoreEntry, plain(item));
    if (this.#faults.length > before) return;
    if (!parsed.success) {
      this.#faultAt('entry-without-files', {}, item);
      return;
    }
    const { files, rules, row, number, reason } = parsed.output;
    if (row !== undefined && reason === undefined) {
      this.#faultAt('row-without-reason', {}, item);
      return;
    }
    const entry = {
      files,
      rules: typeof rules === 'string' ? [rules] : (rules ?? null),
      row: row ?? null,
      number: number ?? null,
      reason: reason ?? '',
    };
    this.#ignores.push({ entry, span: this.#spanOf(item) });
  }

  #entryValue(pair: Pair): void {
    const key = nameOf(pair);
    const { value } = pair;
    if (!isEntryKey(key)) {
      this.#unknownKey(key, Object.keys(ignoreEntry.entries), pair);
      return;
    }
    const given = plain(value);
    if (!v.safeParse(ignoreEntry.entries[key], given).success) {
      this.#faultAt(`bad-${key}`, { value: shown(given) }, value ?? pair.key);
      return;
    }
    if (key !== 'rules') return;
    const names = isSeq(value) ? value.items : [value];
    for (const each of names) this.#isRule(String(plain(each)), each);
  }

  #isRule(rule: string, at: unknown): boolean {
    if (ruleTable.some(({ id }) => id === rule)) return true;
    const meant = closestRule(rule);
    if (meant === null) this.#faultAt('unknown-rule', { rule }, at);
    else this.#faultAt('unknown-rule-near', { rule, meant }, at);
    return false;
  }

  #unknownKey(key: string, known: readonly string[], { key: at }: Pair): void {
    this.#faultAt('unknown-key', { key, known: known.join(', ') }, at);
  }

  #faultAt(id: string, args: NonNullable<Message['args']>, at: unknown): void {
    const { start, end } = this.#rangeOf(at);
    this.#fault(id, args, [start, end]);
  }

  #fault(id: string, args: NonNullable<Message['args']>, [start, end]: readonly [number, number]): void {
    const message = { id: `dataset.configuration.${id}`, args };
    this.#faults.push({ message, span: this.#spans.of(start, end) });
  }

  #spanOf(at: unknown): Span {
    const { start, end } = this.#rangeOf(at);
    return this.#spans.of(start, end);
  }

  /** An alias and what has no place of its own stand at the beginning. */
  #rangeOf(at: unknown): { start: number; end: number } {
    const [start = 0, end = 0] = (isNode(at) && (at as Node).range) || [];
    return { start, end };
  }
}

type EntryKey = keyof typeof ignoreEntry.entries;

function isEntryKey(key: string): key is EntryKey {
  return Object.hasOwn(ignoreEntry.entries, key);
}

function nameOf({ key }: Pair): string {
  return String(plain(key));
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/** The value of a node without its place; what is no map, list or scalar, such as an alias, is its text. */
function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node))
    return Object.fromEntries(node.items.filter(isPair).map((pair) => [nameOf(pair), plain(pair.value)]));
  return isNode(node) ? String(node) : node;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
