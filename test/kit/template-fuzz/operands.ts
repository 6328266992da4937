import type { Random } from './random.ts';

/** What an expression shall be, so that most templates get somewhere. */
export type Kind = 'text' | 'int' | 'float' | 'bool' | 'none' | 'list' | 'dict' | 'other';

/** Variables that every generated template may read, as JSON: numbers as Python reads them. */
export const VARIABLES = `{
 "n": null, "t": true, "x": 1.5, "i": 3, "neg": -7, "big": 1180591620717411303424, "zero": 0, "nz": -0.0, "huge": 1e400, "whole": 1.0,
 "s": "h\\u00e9llo \\ud83d\\ude00 World", "e": "", "html": "<a href=\\"x?a=1&b=2\\">b &amp; c</a> it's http://example.com/a_b?c=1, www.x.org (mail a.b@c.de)",
 "lines": "one\\n two\\r\\n\\n  three\\n", "long": "The quick brown fox jumps over the lazy dog and a_very_long_word_that_does_not_fit_in_a_line again",
 "fmt": "%s and %d", "num": " 12 ", "uni": "\\ud55c\\uae00 \\u00df \\u01c6 \\u0130 \\ufb01 \\u03a3\\u0391\\u03a3 \\u00a0\\u2028\\ufeff",
 "l": [3, 1, 2], "ls": ["b", "A", "c", "a"], "lm": [1, "1", 1.0, true, null, [2]], "el": [], "nested": [[1, [2, 3]], [4]],
 "ld": [{"k": 1, "v": "x", "w": {"z": 1}}, {"k": 2, "v": "Y", "w": {"z": 0}}, {"k": 1, "v": "z"}],
 "d": {"b": 1, "a": {"x": [1, 2.5]}, "items": "it", "C": null, "1": "one"}, "ed": {},
 "tree": [{"n": "a", "c": [{"n": "b", "c": []}, {"n": "c", "c": [{"n": "d", "c": []}]}]}, {"n": "e", "c": []}]
}`;

/** Expressions separated by ¦, as they stand in templates. */
function list(text: string): string[] {
  return text.trim().split(/\s*¦\s*/u);
}

export const LITERALS: Readonly<Record<Kind, readonly string[]>> = {
  text: list(String.raw`
    '' ¦ 'a' ¦ 'abc' ¦ 'Hello World' ¦ "it's" ¦ 'a\nb\n\nc' ¦ '  pad\t' ¦ '😀한글é' ¦ '<b>&"x' ¦ '12'
    ¦ '-3.5' ¦ '1e5' ¦ '0x1f' ¦ '%s-%s' ¦ '{}-{}' ¦ 'ß' ¦ 'ǆx' ¦ 'a,b,,c' ¦ '\x41\u00e9\U0001F600'
    ¦ '\101\d\/' ¦ 'aXbXc' ¦ 'ABC def' ¦ 'İI' ¦ 'x' 'y' ¦ 'ﬁn' ¦ 'a-b (c) <d' ¦ 'http://a.io' ¦ '1,000'
    ¦ '٣' ¦ '½' ¦ '\n' ¦ 'true' ¦ '\\n' ¦ '\u00a0' ¦ '\N{BULLET}' ¦ s ¦ e ¦ html ¦ lines ¦ long ¦ fmt
    ¦ num ¦ uni ¦ bos_token ¦ eos_token ¦ messages[0].content ¦ messages[0].role ¦ ('<'|safe)
    ¦ ('<i>'|e) ¦ (html|safe) ¦ messages[-1]['content']`),
  int: list(String.raw`
    0 ¦ 1 ¦ -1 ¦ 2 ¦ 3 ¦ 7 ¦ -7 ¦ 10 ¦ 255 ¦ 10**20 ¦ 2**70 ¦ 1_000 ¦ 0x1f ¦ 0b11 ¦ 0o17 ¦ i ¦ neg
    ¦ big ¦ zero ¦ 97 ¦ -2**70 ¦ 5`),
  float: list(String.raw`
    0.0 ¦ -0.0 ¦ 1.0 ¦ 1.5 ¦ 2.5 ¦ -7.25 ¦ 1e5 ¦ 1e-7 ¦ 1e20 ¦ 1e16 ¦ 0.1 ¦ 123456789.125 ¦ 3.0 ¦ x
    ¦ nz ¦ huge ¦ -huge ¦ (huge - huge) ¦ whole ¦ 1e22 ¦ 2.675 ¦ 1_0.5`),
  bool: list(String.raw`
    true ¦ false ¦ True ¦ False ¦ t ¦ not t ¦ add_generation_prompt`),
  none: list(String.raw`
    none ¦ None ¦ n ¦ d.C ¦ documents`),
  list: list(String.raw`
    [] ¦ [1, 2, 3] ¦ [3, 1, 2] ¦ ['b', 'A', 'a'] ¦ [1.0, True, 'x', none] ¦ [[1, 2], [3]] ¦ l ¦ ls
    ¦ lm ¦ el ¦ nested ¦ ld ¦ tree ¦ [nope] ¦ range(5)|list ¦ () ¦ (1,) ¦ (1, 'b') ¦ ('a', 'b')
    ¦ [1, [2, (3,)], {}] ¦ messages ¦ ['<', '&'|safe] ¦ [[1, "a"], [2, "b"]] ¦ [{'a': 1}, {'a': 2}]
    ¦ 'a b c'.split() ¦ l + [4] ¦ [0] * 3 ¦ (0.1, 1e22) ¦ ['x', 1.5]`),
  dict: list(String.raw`
    {} ¦ {'a': 1} ¦ {'b': 1, 'a': 2} ¦ {1: 'x', none: 2, true: 3} ¦ d ¦ ed ¦ ld[0] ¦ messages[0]
    ¦ dict(a=1, b=[2]) ¦ {'k': {'z': {}}} ¦ {(1, 2): 3} ¦ {'x': 1.0, 'y': nope}
    ¦ {'B': 2, 'a': 3, 'C': 1} ¦ dict([('q', 1)]) ¦ {1.0: 'f', 2: 'i'}`),
  other: list(String.raw`
    nope ¦ nope ¦ d.nope ¦ range(5) ¦ range(10, 0, -3) ¦ d.items() ¦ d.keys() ¦ d.values()
    ¦ namespace(a=1, b='x') ¦ joiner('; ') ¦ cycler(1, 2) ¦ d|items ¦ l|map('string')
    ¦ ls|select('lower') ¦ {}.x ¦ l[9] ¦ (l|batch(2)) ¦ tools ¦ ({1: 2, 3: 4}.keys() - [1]) ¦ (1 if false)
    ¦ ('a'|e ~ '<') ¦ l|reverse ¦ (2+0) ¦ dict ¦ namespace ¦ cycler ¦ joiner ¦ (7 or l) ¦ (0 and nope)`),
};

const KINDS: readonly Kind[] = ['text', 'int', 'float', 'bool', 'none', 'list', 'dict', 'other'];
const WEIGHTED: readonly Kind[] = [
  'text',
  'text',
  'text',
  'text',
  'int',
  'int',
  'float',
  'bool',
  'none',
  'list',
  'list',
  'list',
  'dict',
  'dict',
  'other',
];

export function anyKind(random: Random, evenly = false): Kind {
  return random.pick(evenly ? KINDS : WEIGHTED);
}

const CHARACTERS = Array.from(
  'aAzZ09 _-.,:%<>&"#{}[]()|/+=~^éßŉǅΣσςİıſﬀﬃΐẞåÅ½²٣Ⅷⅷ①㊀一二한글ㄱ가ｆ＋Ა𐐀𐐨😀👩‍🚀\u0301\u200b\u200d\ufeff\u00ad\u0085\u00a0\u2028\u3000\u1680\u001f\t',
);

/** A text of a few characters that are easy to get wrong. */
function oddText(random: Random): string {
  const text = random.several(0, 6, () => random.pick(CHARACTERS)).join('');
  return `'${text}'`;
}

/** An int is small or has more digits than a width may: those between would only make Python fill memory. */
function oddNumber(random: Random, kind: 'int' | 'float'): string {
  const length = random.chance(0.2) ? 20 + random.below(12) : 1 + random.below(kind === 'int' ? 4 : 9);
  const digits = random
    .several(length, length, () => String(random.below(10)))
    .join('')
    .replace(/^0+(?=\d)/u, random.chance(0.5) ? '' : '1');
  if (kind === 'int') return `${random.chance(0.3) ? '-' : ''}${digits}`;
  const fraction = `${digits}.${random.several(1, 9, () => String(random.below(10))).join('')}`;
  return `${random.chance(0.3) ? '-' : ''}${fraction}${random.chance(0.4) ? `e${random.chance(0.5) ? '-' : ''}${random.below(random.chance(0.2) ? 310 : 25)}` : ''}`;
}

/** A literal or a variable of this kind; now and then of another one. */
export function operand(random: Random, kind: Kind, slip = 0.02): string {
  const wanted = random.chance(slip) ? anyKind(random, true) : kind;
  if (wanted === 'text' && random.chance(0.25)) return oddText(random);
  if ((wanted === 'int' || wanted === 'float') && random.chance(0.3)) return oddNumber(random, wanted);
  return random.pick(LITERALS[wanted]);
}
