// Pieces of templates that are seldom written: most of them are refused, each at its own time.

export const LOADS = [
  "include 'x'",
  "include 'x' ignore missing",
  "include ['a', 'b'] ignore missing",
  "extends 'x'",
  "import 'x' as y",
  "from 'x' import a",
  "from 'x' import a as b with context",
  'include nope ignore missing without context',
  'include none ignore missing',
  "include ['a', 'b']",
  'extends nope',
  'import none as y',
  'include [] ignore missing',
];

export const BROKEN_TAGS = [
  'lipsum(n=0)',
  '[7]|random',
  "'z'|random",
  '[]|random',
  'lipsum(n=1, html=false)|length > 5',
  'cycler().next()',
  'cycler(1, 2).current',
  'joiner()()',
  '{}|random',
];

export const ODD_EXPRESSIONS = [
  'break',
  'continue',
  'endfor',
  'nope',
  'else',
  'set x',
  'set 1 = 2',
  'set none = 1',
  'set a.b = 1',
  'set x.y = 1',
  'for x y',
  'if',
  'do x',
  'set (a, b) = 1, 2',
  'set a, ns.x = 1, 2',
];

export const ODD_CALLS = [
  '{[]: 1}',
  '5[1:2]',
  "'abc'['x':]",
  "'a'.x",
  "'a' is sameas 'a'",
  '1000 is sameas 1000',
  '5[1:2]|upper',
  '[1][1:2]|length',
  'none[0]',
  "'x'[:1] ~ 1",
  "('a' ~ '<')|safe",
  '10**30',
  "'a'*3*2",
  '1 if 5[1:2] else 2',
  '{1: 2}[1:]',
  '[1, 2]["x"]',
  "'%d' % 'x'",
];
