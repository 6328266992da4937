import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
  folder.put('a.jsonl', '{"text": "a"}\n');
});
afterEach(() => folder.remove());

describe('a command line that is wrong is told so in the language that it asks for', () => {
  test.each([
    ['fly', '명령이 없습니다'],
    ['xray a.jsonl', '아직 동작하지 않습니다'],
    ['doctor --nonsense', '옵션을 읽을 수 없습니다'],
    ['doctor --format xml', 'pretty, json 중 하나'],
    ['doctor --now noon', '현지 시각'],
    ['doctor --cwd /nowhere', '/nowhere 폴더가 없습니다'],
    ['lint none.jsonl', '그런 파일이나 폴더가 없습니다: none.jsonl'],
    ['lint a.jsonl --recipe r.yaml', '--recipe은(는) 이 버전에서'],
    ['report', '데이터셋 파일 하나를'],
    ['rules a b', '규칙을 하나만'],
    ['convert a.jsonl --out b.jsonl', '--to는 messages'],
    ['convert a.jsonl --to chatml --out b.jsonl', 'chatml은(는)'],
    ['convert a.jsonl --to text', '--out으로 새 파일을'],
    ['dedupe', '파일 하나를'],
    ['dedupe a.jsonl', '--dry-run을'],
    ['exclude a.jsonl', '--rule로'],
    ['merge a.jsonl --out b.jsonl', '두 개 이상'],
    ['sample a.jsonl --out b.jsonl', '하나만'],
    ['sample a.jsonl --rows x --out b.jsonl', '1 이상의 정수'],
    ['sample a.jsonl --fraction x --out b.jsonl', '1 이하인 비율'],
    ['shuffle a.jsonl --seed x --out b.jsonl', '--seed는'],
    ['split a.jsonl --eval x', '1보다 작은 비율'],
    ['recipe', 'script나 command를'],
    ['recipe new', '아직 동작하지 않습니다'],
    ['recipe fly', 'fly이(가) 없습니다'],
    ['recipe script', '레시피 하나를'],
    ['plan', '레시피 하나를'],
    ['plan r.yaml --on moon', 'local이나 jobs'],
    ['plan r.yaml --flavor x', '--on jobs와 함께'],
    ['plan r.yaml --on jobs --timeout x', '단위가 있는 시간'],
    ['train', '레시피 하나를'],
    ['runs fly', 'list, show, logs, stop, fetch 중'],
    ['runs list x', '다른 인수는'],
    ['runs show', '실행 하나를'],
    ['upload', '실행 하나를'],
    ['upload x', '저장소를 지정'],
    ['compare', '--after가 없습니다'],
    ['compare x', '옵션에도 속하지 않습니다'],
    ['compare --after none', '폴더도 실행도 없습니다'],
    ['compare --after . --before none', 'none 폴더가 없습니다'],
    ['compare --after . --data none', 'none 파일이 없습니다'],
    ['compare --after . --rows x', '0 이상의 정수'],
    ['compare --after .', '--out이 없습니다'],
    ['compare --after . --out o', '--before가 없습니다'],
    ['compare --after . --out o --before .', '비교할 것이 없습니다'],
  ])('%s', async (line, sentence) => {
    const { code, out, notes } = await cli(folder.path, [...line.split(' '), '--lang', 'ko']);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(sentence);
  });
});

test.each([['--lang=ko'], ['--lang', 'ko']])(
  'a file that cannot be used is told of in the language of %s',
  async (...lang) => {
    folder.put('broken.jsonl', '{');
    const argv = ['dedupe', 'broken.jsonl', '--out', 'b.jsonl', ...lang];
    expect(await cli(folder.path, argv)).toMatchObject({
      code: 1,
      notes: 'tuning-fork: broken.jsonl에 읽을 수 있는 행이 없습니다. 린트로 확인하십시오.\n',
    });
  },
);
