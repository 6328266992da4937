import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleTexts } from '../../../../src/core/dataset/rule-texts.ts';
import { ruleTable } from '../../../../src/core/dataset/rules/rule-table.ts';
import type { DatasetReport } from '../../../../src/core/dataset/report/dataset-report.ts';
import { datasetFormat } from '../../../../src/core/dataset/findings/finding.ts';
import { firstSentence } from '../../../../src/core/dataset/report/layout/findings-section.ts';
import { pageStyle, reportPage } from '../../../../src/core/dataset/report/html/report-page.ts';
import { percentOf } from '../../../../src/core/dataset/report/layout/report-view.ts';
import { madeReport } from '../../../kit/dataset/made-report.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/report');
const reports = readdirSync(folder).filter((name) => name.endsWith('.report.json'));

const rules = ruleTexts(ruleTable.map(({ id }) => id));

/** The page without its style sheet, which is no matter of the report. */
function pageOf(report: DatasetReport, language: 'en' | 'ko'): string {
  return reportPage(report, rules, language, 'DIGEST').replace(pageStyle, '');
}

describe('the page of a report', () => {
  for (const name of reports) {
    test.each(['en', 'ko'] as const)(`${name} in %s is as it was looked at`, (language) => {
      const page = pageOf(madeReport(name), language);
      const golden = path.join(folder, name.replace('.report.json', `.${language}.html`));
      if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, page);
      expect(page).toBe(readFileSync(golden, 'utf8'));
    });
  }

  test.each(reports)('%s: every link leads to a place of the page, and every place is there once', (name) => {
    const page = pageOf(madeReport(name), 'en');
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((href) => !ids.some((id) => href === `#${id}`))).toEqual([]);
  });

  test.each(reports)('%s: nothing is loaded, nothing runs, and no element has a style of its own', (name) => {
    const page = reportPage(madeReport(name), rules, 'en', 'DIGEST');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-DIGEST&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|object|form|base)\b| (?:src|style|on\w+)=|url\(|@import/i,
    );
  });

  test('says each format in both languages', () => {
    const report = madeReport('conversations.report.json');
    for (const format of datasetFormat.options) {
      for (const language of ['en', 'ko'] as const) {
        const page = pageOf({ ...report, file: { ...report.file, format } }, language);
        expect(page).not.toContain('dataset.report.');
      }
    }
  });
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '/',
        '=',
        '`',
        '-->',
        '<!--',
        ']]>',
        '</style',
        '</dd>',
        '<script>',
        'a',
        '\n',
        ' onload=x ',
        '&quot;',
        '&#60;',
        '\0',
        '${',
        '\u2028',
      ),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
);

/** The report with a text in every place that a file can put one. */
function withText(report: DatasetReport, text: string): DatasetReport {
  const message = { id: 'dataset.unknown-tool', args: { tool: text } };
  return {
    ...report,
    file: { ...report.file, path: text, sha256: text },
    findings: {
      ...report.findings,
      rules: report.findings.rules.map((each) => ({
        ...each,
        rule: text,
        first: each.first.map(({ row }) => ({ row, message })),
      })),
    },
    roles: report.roles.map((each) => ({ ...each, role: text })),
    review: report.review.map((each) => ({ ...each, service: text })),
    excerpts: report.excerpts.map(({ row, parts, more }) => ({
      row,
      parts: parts.map(() => ({ name: text, text })),
      more,
    })),
  };
}

/** Everything between angle brackets: tags with their attributes, comments, declarations. */
function tagsOf(page: string): string[] {
  return page.match(/<[^>]*>/g) ?? [];
}

test('no text of a file can open, close or change a tag', () => {
  const report = madeReport('conversations.report.json');
  const plain = tagsOf(pageOf(withText(report, 'x'), 'en'));
  expect(plain.length).toBeGreaterThan(300);
  fc.assert(
    fc.property(hostileText, (text) => {
      fc.pre(text !== '');
      // a role that answers has another colour, and a part without text another words
      const tags = tagsOf(pageOf(withText(report, `x${text}`), 'en'));
      expect(tags).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

describe('the first sentence of a rule', () => {
  test.each(ruleTable.map(({ id, documentation }) => ({ id, ...documentation.text })))(
    '$id',
    ({ en, ko }) => {
      for (const text of [en, ko]) {
        const sentence = firstSentence(text);
        expect(sentence).toMatch(/^.{5,}\.$/su);
        expect(text.startsWith(sentence)).toBe(true);
      }
    },
  );
});

test.each([
  [0, 0, '0'],
  [0, 5, '0'],
  [1, 1000, '<1'],
  [1, 4, '25'],
  [999, 1000, '>99'],
  [5, 5, '100'],
])('%d of %d is %s %%', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent);
});
