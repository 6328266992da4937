import { anyKind, operand, type Kind } from './operands.ts';
import type { Random } from './random.ts';

/** A filter, test or method with the kinds it is usually applied to and its arguments: `name kinds args…`, one spelling a line. */
interface Call {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Argument lists as they stand between the brackets; `@` stands for an operand of any kind. */
  readonly args: readonly string[];
}

function calls(table: string): Call[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', kinds = '', ...args] = line.trim().split(/\s*;\s*/u);
      return { name, kinds: kinds.split(',') as Kind[], args: args.length === 0 ? [''] : args };
    });
}

const FILTERS = calls(String.raw`
abs;int,float,bool
attr;dict,text,list,other;'a';'items';'k';'upper';'nope';'__class__';@
batch;list,text;2;3, 'f';3, fill_with=none;linecount=1;0;@
capitalize;text
center;text,int;11;width=20;;-1
count;list,text,dict
d;other,none,text;'x';'x', true;boolean=true;default_value=@, boolean=@;@
default;other,none,text;'x';'x', true;;@
dictsort;dict;;true;by='value';reverse=true;false, 'value', true;by='x'
e;text,int,list
escape;text,none
filesizeformat;int,float,text;;true;binary=false
first;list,text,dict,other
float;text,int,float,none;;9.5;default=none
forceescape;text,other
format;text;1;'a', 'b';a=1;@, @;1, b=2;*l
groupby;list;'k';attribute='k';'k', default=9;'v', case_sensitive=true;0;'w.z', default=''
indent;text;;2;'> ';width=1, first=true;2, true, true;blank=true;@
int;text,int,float,bool,none;;7;default=-1;0, 16;base=2;'x', 0;0, base=8
items;dict,other,list
join;list,text,dict;;', ';d='-';', ', 'k';attribute='v';1;', ', attribute=0;@
last;list,text,dict,other
length;list,text,dict,other
list;list,text,dict,other
lower;text,int,other
map;list;'upper';attribute='k';attribute='k', default='?';'default', 'z';'first';'int', base=16;'nope';;attribute='w.z', default=none;'string';'replace', 'a', 'b';'tojson';'join', '-'
max;list,text,dict;;attribute='k';case_sensitive=true
min;list,text,dict;;attribute='v';true
pprint;list,dict,text,float,other
reject;list;;'none';'odd';'in', [1, 2];'nope'
rejectattr;list;'k';'k', 'eq', 1;'w';'v', 'lower'
replace;text,int;'a', 'b';'l', '';'', '-';'a', 'b', 1;'o', 'O', count=1;old='a', new='<';'<', '>';1, 2;@, @
reverse;list,text,other,dict
round;float,int;;1;2, 'floor';0, 'ceil';method='common';-1;-2, 'floor';'x';precision=@;1, 'x'
safe;text,list
select;list;;'string';'number';'gt', 1;'defined';'equalto', 'a';'even'
selectattr;list;'k';'k', 'equalto', 1;'w', 'defined';'v', 'upper';'w.z';'k', 'nope';
slice;list;2;3;3, 'f';slices=2, fill_with=0;0
sort;list,dict,text;;true;attribute='k';case_sensitive=true;attribute='k,v';reverse=true, attribute='v'
string;text,int,float,list,none,bool,dict,other
striptags;text
sum;list;;attribute='k';start=10;'k', 5;start=[];attribute='w.z'
title;text
tojson;list,dict,text,float,int,other;;indent=2;ensure_ascii=true;indent='--';separators=(',', ':');sort_keys=true;true, 1;indent=0;@
trim;text;;'a';chars=' d';'<b>';none;@
truncate;text;;5;10, true;12, false, '!';length=9, leeway=0;5, true, '', 0;255, end=@;3;1
unique;list,text;;true;attribute='k';case_sensitive=false
upper;text,none
urlencode;text,dict,list,int
urlize;text;;10;nofollow=true;target='_blank';20, true, '_top', 'ext';rel='a b';extra_schemes=['ftp:']
wordcount;text
wordwrap;text;;10;5, false;width=12, wrapstring='|';8, true, '<', false;20, break_on_hyphens=false;1
xmlattr;dict;;false;autospace=true
nope;text
`);

const TESTS = calls(String.raw`
defined;other,text,none;
undefined;other,int;
none;none,text;
odd;int,float,text;
even;int,bool,float;
divisibleby;int,float;2;3;0;num=2;@
string;text,int;
number;int,float,bool;
integer;int,float,bool;
float;float,int;
boolean;bool,int;
true;bool,int;
false;bool;
mapping;dict,list,other;
sequence;list,text,other,dict;
iterable;list,int,other,text;
callable;other,text;
lower;text,int;
upper;text,none;
escaped;text;
sameas;bool,none,int;true;none;1;@
eq;int,text,list,dict,float;1;'a';@;[1, 2, 3];@
equalto;text;'abc';@
ne;int,text;1;@
lt;int,text,float;2;'b';@
gt;int,list;0;@
ge;int,float;3;@
le;int;7;@
greaterthan;int;1
lessthan;float;2
in;int,text,none;[1, 'a'];'Hello';d;ls;@
filter;text;
test;text;
nope;text;
`);

const METHODS = calls(String.raw`
upper;text;
lower;text;
strip;text;;'a';'\n ';none;@
lstrip;text;;'ab'
rstrip;text;;'\n';chars='a'
split;text;;' ';',', 1;none, 1;sep=',';maxsplit=1;'';'l', -1;@
rsplit;text;;'a', 1;none, 1
splitlines;text;;true;keepends=true
replace;text;'a', 'b';'l', 'L', 1;'', '-', 2;'a';count=1;@, @;'<', '&'
startswith;text;'a';('h', 'H');'e', 1;'b', 1, 2;@;''
endswith;text;'c';('d', 'c');'b', 0, 2;@
find;text;'b';'l', 3;'l', -5, -1;'';@
rfind;text;'l';'', 2
index;text,list;'b';1;'l', 2;@
rindex;text;'a'
count;text,list,other;'a';'l', 2;'';1;@;'b', 0, -1
join;text;ls;['a', 'b'];'xyz';l;d;();ls|map('upper');@
title;text;
capitalize;text;
swapcase;text;
casefold;text;
center;text;9;8, '*';10, 'ab'
ljust;text;8;8, '.'
rjust;text;8;8, '0'
zfill;text;8;-1;@
isdigit;text;
isalpha;text;
isalnum;text;
isnumeric;text;
isdecimal;text;
isspace;text;
isupper;text;
islower;text;
istitle;text;
isidentifier;text;
isascii;text;
isprintable;text;
partition;text;'b';',';'';@
rpartition;text;'l'
removeprefix;text;'a';'Hello ';@
removesuffix;text;'c'
expandtabs;text;;4;tabsize=2
format;text;1;'a', 'b';a=1, b='x';*l;**d;@, @
format_map;text;{'a': 1};d
encode;text;;'utf-8';'ascii', 'replace'
translate;text;{97: 'b', 98: none};{}
maketrans;text;'ab', 'cd'
get;dict;'a';'zz', 'def';'zz';none, 1;@;[]
items;dict;
keys;dict;
values;dict;
copy;dict,list;
pop;dict,list;'a';
update;dict;a=1
append;list;1
fromkeys;dict;[1, 2];'ab', 0
is_integer;float,int;
bit_length;int,bool;
bit_count;int;
conjugate;int,float;
as_integer_ratio;float,int;
hex;float;
to_bytes;int;2, 'big'
nope;text,dict,list,int;;1
`);

function argumentsOf(random: Random, call: Call): string {
  return random.pick(call.args).replaceAll('@', () => operand(random, anyKind(random)));
}

function usualKind(random: Random, call: Call): Kind {
  return random.chance(0.94) ? random.pick(call.kinds) : anyKind(random, true);
}

/** `value|filter(…)`; `value` makes the operand. */
export function filterCall(random: Random, value: (kind: Kind) => string): string {
  const call = random.pick(FILTERS);
  const args = argumentsOf(random, call);
  return `${value(usualKind(random, call))}|${call.name}${args === '' ? '' : `(${args})`}`;
}

/** A filter without its operand, as filter blocks take it. */
export function bareFilter(random: Random): string {
  const call = random.pick(FILTERS.filter(({ kinds }) => kinds.includes('text')));
  const args = argumentsOf(random, call);
  return `${call.name}${args === '' ? '' : `(${args})`}`;
}

/** `value is test …`. */
export function testCall(random: Random, value: (kind: Kind) => string): string {
  const call = random.pick(TESTS);
  const args = argumentsOf(random, call);
  const bare = /^(?:\w+|'[^']*')$/u.test(args) && random.chance(0.5);
  const given = args === '' ? '' : bare ? ` ${args}` : `(${args})`;
  return `${value(usualKind(random, call))} is ${random.chance(0.2) ? 'not ' : ''}${call.name}${given}`;
}

/** `value.method(…)`. */
export function methodCall(random: Random, value: (kind: Kind) => string): string {
  const call = random.pick(METHODS);
  return `${value(usualKind(random, call))}.${call.name}(${argumentsOf(random, call)})`;
}
