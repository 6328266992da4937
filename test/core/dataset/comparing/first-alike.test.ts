import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAlike } from '../../../../src/core/dataset/comparing/first-alike.ts';
import { likeness, signatureOf } from '../../../../src/core/dataset/comparing/min-hash.ts';
import { SignatureTable } from '../../../../src/core/dataset/comparing/signature-table.ts';
import { SignedRows, type SignedRow } from '../../../../src/core/dataset/comparing/signed-rows.ts';

const BINS = 64;

/** Rows with few different bands, so that many are alike. */
const rows = fc.array(
  fc.record({ words: fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }), digits: fc.nat(1) }),
  { maxLength: 40 },
);

function signed({ words, digits }: { words: readonly number[]; digits: number }, n: number): SignedRow {
  const signature = signatureOf(BINS);
  signature.set(words.map((word) => word * 0x1357_9bdf));
  return { row: n + 1, digits, signature, answers: signatureOf(8) };
}

function alike(one: SignedRow, other: SignedRow): number | null {
  const share = likeness(one.signature, other.signature);
  return one.digits === other.digits && share > 0.4 ? share : null;
}

test('rows that are compared when all are there are as alike as those that are asked about one by one', () => {
  let found = 0;
  fc.assert(
    fc.property(rows, (made) => {
      const table = new SignatureTable(BINS, 8);
      const all = new SignedRows(BINS, 8);
      const expected = made.map(signed).flatMap((row) => {
        const first = table.firstAlike(row.signature, (known) => alike(known, row));
        table.add(row);
        all.add(row);
        return first === null ? [] : [[row.row, first.row, Math.fround(first.alike)]];
      });
      const told: number[][] = [];
      firstAlike(all, alike, (...each) => told.push(each));
      found += told.length;
      expect(told).toEqual(expected);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(200);
});
