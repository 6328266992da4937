import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cp1252Mojibake } from '../../../src/core/dataset/wording/cp1252-mojibake.ts';
import { cp949Mojibake } from '../../../src/core/dataset/wording/cp949-mojibake.ts';

type Find = (text: string) => readonly (readonly [number, number])[];

const piecesOf = (find: Find, text: string): string[] => find(text).map(([from, to]) => text.slice(from, to));

const cp1252 = new TextDecoder('windows-1252');
const asCp1252 = (text: string): string => cp1252.decode(new TextEncoder().encode(text));
const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Correct texts, with the letters, quotation marks and signs of their languages side by side. */
const correct = [
  'CAFÉ® und „groß“, die Straße… Übergröße – Ärger.',
  '«À côté», dit-il, «l’été à Orléans… où ça ?» Le café… et l’hôtel “Élysée” — 10 °C',
  'NÃO, IRMÃ! SÃO PAULO – «MAÇÃ» e “ROMÃ”. Manhã…',
  '¿Qué? ¡Señor! «AÑO» Ñ’s 5×² ×² 10 × 3',
  'Å, Ä… “PÅ” IKEA’s Ålesund Ø” Øre Łódź zażółć gęślą jaźń',
  'İstanbul’da ığdır Đà Nẵng “Việt Nam”… Tiếng Việt',
  'Привет, мир — «да». Ελληνικά, καλημέρα… שלום עולם، مرحبا',
  '대한민국의 수도는 서울입니다?뭐라고요?그래요. 漢字も大丈夫。大韓民國憲法 "한국어" 똠방각하 쀍뷁?',
  '𝒜 😀 ½ ¼ 25 °C ± 3 µm² © 2024 ™ ® “quoted” ‘x’ – — … •',
];

describe('UTF-8 that was read as CP1252', () => {
  test.each([
    ['StraÃŸe fÃ¤hrt Ã¼ber Ã–sterreich', ['ÃŸ', 'Ã¤', 'Ã¼', 'Ã–']],
    ['garÃ§on, pÃ¡gina Ãºnica', ['Ã§', 'Ã¡', 'Ãº']],
    ['Itâ€™s 20Â°C â†’ â‚¬5 âœ“', ['â€™', 'Â°', 'â†’', 'â‚¬', 'âœ“']],
    ['PaÅ‚ac, gÄ™ÅlÄ…', ['Å‚', 'Ä™']],
    ['Ð¿Ñ€Ð¸Ð²ÐµÑ‚', ['Ð¿Ñ€Ð¸Ð²ÐµÑ‚']],
    ['ì•ˆë…•í•˜ì„¸ìš”', ['ì•ˆë…•í•˜ì„¸ìš”']],
    ['ðŸ˜€ It\u00e2\u0080\u0099s \u00ec\u0095\u0088', ['ðŸ˜€', '\u00e2\u0080\u0099', '\u00ec\u0095\u0088']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(cp1252Mojibake, text)).toEqual(pieces);
  });

  test.each(correct)('is not seen in correct text: %s', (text) => {
    expect(piecesOf(cp1252Mojibake, text)).toEqual([]);
  });

  test.each([
    ['Hangul', '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오'],
    ['Cyrillic', 'абвгдежзийклмнопрстуфхцчшщъыьэюя'],
    ['kana', 'あいうえおかきくけこアイウエオカキクケコ'],
  ])('any word of %s is, where no byte of it is lost', (_, letters) => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(word, (text) => {
        expect(piecesOf(cp1252Mojibake, `see ${asLatin1(text)}.`)).toEqual([asLatin1(text)]);
        expect(piecesOf(cp1252Mojibake, `see ${asCp1252(text)}.`)).toEqual([asCp1252(text)]);
      }),
    );
  });
});

describe('UTF-8 that was read as CP949', () => {
  test.each([
    ['湲덉쑖蹂댄샇 정책', ['湲덉쑖蹂댄샇']],
    ['�븞�뀞�븯�꽭�슂 諛섍컩�뒿�땲�떎', ['�븞�뀞�븯�꽭�슂', '諛섍컩�뒿�땲�떎']],
    ['?덈뀞?섏꽭??諛섍컩?듬땲??', ['?덈뀞?섏꽭??諛섍컩?듬땲??']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(cp949Mojibake, text)).toEqual(pieces);
  });

  test.each([...correct, '�가�나�다', '漢?字?가?나', '뭐�뭐�한글', '�븞�뀞�븯�꽭�슂'])(
    'is not seen in %s',
    (text) => {
      expect(piecesOf(cp949Mojibake, text)).toEqual([]);
    },
  );
});
