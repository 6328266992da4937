import { docTable } from './doc.ts';

/** Methods that templates use of texts. */
export const TEXT_METHOD_DOCS = docTable({
  capitalize: [
    'capitalize()',
    'The first letter in upper case, the rest in lower case.',
    '첫 글자는 대문자로, 나머지는 소문자로 바꿉니다.',
    "{{ 'hELLO'.capitalize() }}",
  ],
  count: [
    'count(sub, start, end)',
    'How often a text occurs, without overlap.',
    '텍스트가 겹치지 않게 몇 번 나오는지 셉니다.',
    "{{ 'banana'.count('an') }}",
  ],
  endswith: [
    'endswith(suffix, start, end)',
    'Whether the text ends so.',
    '텍스트가 그렇게 끝나는지 확인합니다.',
    "{{ 'a.json'.endswith('.json') }}",
  ],
  find: [
    'find(sub, start, end)',
    'Where a text occurs first, -1 if nowhere.',
    '텍스트가 처음 나오는 위치이며, 없으면 -1입니다.',
    "{{ 'abc'.find('c') }}",
  ],
  format: [
    'format(*args, **kwargs)',
    'Fills in the braces of the text.',
    '텍스트의 중괄호를 채웁니다.',
    "{{ '{} of {}'.format(1, 2) }}",
  ],
  index: [
    'index(sub, start, end)',
    'As find, but fails if it is nowhere.',
    'find와 같지만 없으면 실패합니다.',
    "{{ 'abc'.index('b') }}",
  ],
  isalnum: [
    'isalnum()',
    'Whether there are letters and digits alone.',
    '글자와 숫자만 있는지 확인합니다.',
    "{{ 'a1'.isalnum() }}",
  ],
  isdigit: [
    'isdigit()',
    'Whether there are digits alone.',
    '숫자만 있는지 확인합니다.',
    "{{ '12'.isdigit() }}",
  ],
  isspace: [
    'isspace()',
    'Whether there is white space alone.',
    '공백만 있는지 확인합니다.',
    "{{ ' '.isspace() }}",
  ],
  join: [
    'join(iterable)',
    'The texts with this one between them.',
    '텍스트들을 이 텍스트로 잇습니다.',
    "{{ ', '.join(['a', 'b']) }}",
  ],
  lower: ['lower()', 'The text in lower case.', '소문자로 바꿉니다.', "{{ 'Ab'.lower() }}"],
  lstrip: [
    'lstrip(chars)',
    'The text without white space, or those characters, in front.',
    '앞의 공백이나 지정한 글자를 지웁니다.',
    "[{{ '  a '.lstrip() }}]",
  ],
  partition: [
    'partition(sep)',
    'The text before a separator, the separator, and the text after it.',
    '구분자 앞, 구분자, 구분자 뒤로 나눕니다.',
    "{{ 'a=b=c'.partition('=') }}",
  ],
  removeprefix: [
    'removeprefix(prefix)',
    'The text without that beginning.',
    '그 앞부분을 뺀 텍스트입니다.',
    "{{ 'data.json'.removeprefix('data') }}",
  ],
  removesuffix: [
    'removesuffix(suffix)',
    'The text without that end.',
    '그 끝부분을 뺀 텍스트입니다.',
    "{{ 'data.json'.removesuffix('.json') }}",
  ],
  replace: [
    'replace(old, new, count)',
    'The text with one piece for another.',
    '텍스트의 일부를 다른 텍스트로 바꿉니다.',
    "{{ 'a-b'.replace('-', '+') }}",
  ],
  rfind: [
    'rfind(sub, start, end)',
    'Where a text occurs last, -1 if nowhere.',
    '텍스트가 마지막으로 나오는 위치이며, 없으면 -1입니다.',
    "{{ 'abab'.rfind('a') }}",
  ],
  rpartition: [
    'rpartition(sep)',
    'As partition, at the last separator.',
    '마지막 구분자에서 partition처럼 나눕니다.',
    "{{ 'a=b=c'.rpartition('=') }}",
  ],
  rsplit: [
    'rsplit(sep, maxsplit)',
    'As split, from behind.',
    '뒤에서부터 split처럼 나눕니다.',
    "{{ 'a b c'.rsplit(' ', 1) }}",
  ],
  rstrip: [
    'rstrip(chars)',
    'The text without white space, or those characters, at its end.',
    '끝의 공백이나 지정한 글자를 지웁니다.',
    "[{{ ' a  '.rstrip() }}]",
  ],
  split: [
    'split(sep, maxsplit)',
    'The pieces between separators; without one, the words.',
    '구분자 사이의 조각들입니다. 구분자가 없으면 단어들입니다.',
    "{{ '<think>why</think>so'.split('</think>')[-1] }}",
  ],
  splitlines: ['splitlines(keepends)', 'The lines.', '줄들의 목록입니다.', "{{ 'a\\nb'.splitlines() }}"],
  startswith: [
    'startswith(prefix, start, end)',
    'Whether the text begins so.',
    '텍스트가 그렇게 시작하는지 확인합니다.',
    "{{ '<tool>'.startswith('<') }}",
  ],
  strip: [
    'strip(chars)',
    'The text without white space, or those characters, at both ends.',
    '양 끝의 공백이나 지정한 글자를 지웁니다.',
    "[{{ '\\n a '.strip('\\n') }}]",
  ],
  title: [
    'title()',
    'Each word with a capital letter.',
    '단어마다 첫 글자를 대문자로 바꿉니다.',
    "{{ 'hello world'.title() }}",
  ],
  upper: ['upper()', 'The text in upper case.', '대문자로 바꿉니다.', "{{ 'ab'.upper() }}"],
  zfill: ['zfill(width)', 'The number with zeros in front.', '앞을 0으로 채웁니다.', "{{ '7'.zfill(3) }}"],
});

/** Methods of lists and dicts that change nothing; the sandbox refuses the others. */
export const COLLECTION_METHOD_DOCS = docTable({
  copy: [
    'copy()',
    'A list or dict of its own with the same items.',
    '항목이 같은 새 목록이나 딕셔너리입니다.',
    '{{ [1, 2].copy() }}',
  ],
  get: [
    'get(key, default=none)',
    'The item of a dict, or another value if it has none.',
    '딕셔너리의 항목입니다. 없으면 다른 값입니다.',
    "{{ {'a': 1}.get('b', 0) }}",
  ],
  items: [
    'items()',
    'The pairs of a dict.',
    '딕셔너리의 쌍들입니다.',
    "{% for key, value in {'a': 1}.items() %}{{ key }}={{ value }}{% endfor %}",
  ],
  keys: ['keys()', 'The keys of a dict.', '딕셔너리의 키들입니다.', "{{ {'a': 1}.keys() | list }}"],
  values: ['values()', 'The values of a dict.', '딕셔너리의 값들입니다.', "{{ {'a': 1}.values() | list }}"],
});
