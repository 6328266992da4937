import type { Random } from './random.ts';

const SCALARS =
  String.raw`null true false 0 -0 1 -1 1.0 -0.0 0.1 1e16 1e15 123456789012345680.0 1e-5 0.0001 0.00001 1e22 1e23 5e-324 1.7976931348623157e308
 2.5e-10 9007199254740993 -9007199254740993 123456789012345678901234567890 1E5 1e+2 100000000000000000000.0 4.35 0.30000000000000004 1e400 -1e400 3.14159
 "" "a" "A" "é" "\u00e9" "한글" "\ud83d\ude00" "\ud800" "a\nb" "\t" "\u0000" "\u001f" "\u007f" "\u0080" "\u2028" "\ufeff" "'" "\"" "'\"" "\\" "/" "<b>&" "1" "1.0"`
    .trim()
    .split(/\s+/u);
const KEYS =
  String.raw`"a" "b" "B" "1" "10" "9" "" "é" "items" "__proto__" "constructor" "x.y" "\u0041" "keys"`.split(
    ' ',
  );

/** A JSON text with values that are easy to lose: numbers of all kinds, keys of all kinds, characters of all kinds. */
function jsonValue(random: Random, depth = 3): string {
  const choice = random.next();
  if (depth === 0 || choice < 0.4) return random.pick(SCALARS);
  if (choice < 0.65) return `[${random.several(0, 4, () => jsonValue(random, depth - 1)).join(', ')}]`;
  const members = random.several(0, 4, () => `${random.pick(KEYS)}: ${jsonValue(random, depth - 1)}`);
  return `{${members.join(', ')}}`;
}

const USES = String.raw`
{{ v }}
{{ v|tojson }}
{{ v|tojson(indent=2) }}
{{ v|tojson(ensure_ascii=true) }}
{{ v|tojson(sort_keys=true) }}
{{ v|tojson(separators=(",", ":"), indent=1) }}
{{ v|pprint }}
{{ v|string|length }} {{ v is mapping }} {{ v is sequence }} {{ v is number }} {{ v is string }} {{ v is iterable }}
{% for k, x in v|dictsort %}{{ k }}={{ x }};{% endfor %}
{% for k, x in v.items() %}{{ k }}={{ x }};{% endfor %}
{% for x in v %}[{{ x }}{{ loop.index }}{{ "," if not loop.last }}]{% endfor %}
{{ v|list }} {{ v|length }} {{ v|first }} {{ v|last }}
{{ v|sort }}
{{ v|unique|list }} {{ v|map("string")|list }}
{{ v|sum }} {{ v|max }} {{ v|min }}
{{ v == w }} {{ v != w }} {{ v in [w, v] }} {{ [v] == [w] }}
{{ v < w }} {{ v >= w }}
{{ v + w }}
{{ v ~ w }} {{ [v, w]|join("|") }}
{{ v.a }}{{ v["b"] }}{{ v.items }}{{ v[0] }}
{{ v|int }} {{ v|float }} {{ v|abs }}
{{ v|round(2) }} {{ v * 2 }} {{ -v }} {{ v // 3 }} {{ v % 7 }}
{{ "%s %r" % (v, w) }} {{ "{} {!r}".format(v, w) }}
{{ "%d %.3f %g %e" % (v, v, v, v) }} {{ "{:.4g} {:,} {:e}".format(v, v, v) }}
{{ v|urlencode }} {{ v|e }} {{ v|upper }}
{{ v|default("d", true) }} {{ v|d }} {{ v or w }} {{ v and w }} {{ not v }}
{{ messages[0].x }} {{ messages|tojson }}
{{ v[1:] }} {{ v[::-1] }} {{ v[-1] }}
{{ v|groupby("a")|list }} {{ v|selectattr("a")|list }} {{ v|map(attribute="a")|list }}
{{ {v: 1} }} {{ v is sameas v }} {{ v|batch(2)|list }} {{ v|reverse|list }}
{{ v.upper() }} {{ v.split() }} {{ v|trim }} {{ v|title }} {{ v|wordcount }} {{ v|capitalize }}`
  .trim()
  .split('\n');

/** A template that prints what it is given, and the kwargs it gets. */
export function dataCase(random: Random): { template: string; kwargs: string } {
  const template = random.several(1, 2, () => random.pick(USES)).join('\n');
  return { template, kwargs: `{"v": ${jsonValue(random)}, "w": ${jsonValue(random, 2)}}` };
}
