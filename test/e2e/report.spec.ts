import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { cli } from '../kit/cli-process.ts';
import { seriousViolations } from './preview-page.ts';

let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  browser = await launchBrowser();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tuning-fork-report-'));
});
test.afterAll(async () => {
  await browser.close();
  await fs.rm(folder, { recursive: true, force: true });
});

const conversations = path.resolve('test/fixtures/report/conversations.jsonl');
type Look = Parameters<typeof newPage>[1];

/** The report on a dataset, as the command line writes it, in a page that keeps what the browser complains of. */
async function openReport(look: Look, file = conversations, ...more: string[]) {
  const { code, notes } = await cli(folder, ['report', file, '--out', 'report.html', '--force', ...more]);
  expect([code, notes]).toEqual([0, '']);
  const page = await newPage(browser, { viewport: { width: 1200, height: 800 }, ...look });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => complaints.push(request.url()));
  await page.setContent(await fs.readFile(path.join(folder, 'report.html'), 'utf8'));
  return { page, complaints };
}

const looks = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
  ['narrow', { colorScheme: 'light', viewport: { width: 360, height: 700 } }],
] as const;

for (const [name, look] of looks) {
  for (const language of ['en', 'ko']) {
    test(`axe finds nothing serious in the report, ${name}, ${language}`, async () => {
      const { page, complaints } = await openReport(look, conversations, '--lang', language);
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`);
      expect(await seriousViolations(page.mainFrame())).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  }
}

/** Colour of the page and width of the first bar: they tell that the style sheet is taken. */
function looksOf(page: Page): Promise<string[]> {
  return page.evaluate(`[getComputedStyle(document.body).backgroundColor,
    String(document.querySelector('.fill.w100').offsetWidth === document.querySelector('.track').offsetWidth)]`);
}

test('it is light or dark as the reader likes', async () => {
  const light = await openReport({ colorScheme: 'light' });
  expect(await looksOf(light.page)).toEqual(['rgb(255, 255, 255)', 'true']);
  const dark = await openReport({ colorScheme: 'dark' });
  expect(await looksOf(dark.page)).toEqual(['rgb(31, 31, 31)', 'true']);
});

test('without scripts every bar leads to its rows, by mouse and by keyboard', async () => {
  const { page, complaints } = await openReport({ javaScriptEnabled: false });
  const roles = page.locator('#turns details', { hasText: 'narrator' });
  await expect(roles.getByRole('link')).toHaveCount(0);
  await roles.locator('summary').click();
  await roles.getByRole('link', { name: 'Row 10' }).click();
  await expect(page.locator('#row-10')).toBeInViewport();
  await expect(page.locator('#row-10')).toContainText('The train is crossing a bridge.');
  await page.locator('#duplicates summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('link', { name: 'Row 2', exact: true }).and(page.locator(':focus')),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('#row-2')).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('what stands in a dataset is text, never a part of the page', async () => {
  const file = path.join(folder, 'hostile.jsonl');
  const attack = `"'></dd></style></title><script>document.title='taken'</script><img src=x onerror="document.title='taken'">`;
  const row = {
    messages: [
      { role: attack, content: attack },
      { role: 'assistant', content: attack },
    ],
    [attack]: attack,
  };
  await fs.writeFile(file, `${JSON.stringify(row)}\n`);
  const { page, complaints } = await openReport({}, file);
  expect(await page.title()).toBe(`Report on ${file}`);
  expect(await page.locator('script, img').count()).toBe(0);
  await expect(page.locator('#row-1 dd').first()).toHaveText(attack);
  expect(complaints).toEqual([]);
});

test('it is printed dark on white, with its bars', async () => {
  const { page } = await openReport({ colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await looksOf(page)).toEqual(['rgb(255, 255, 255)', 'true']);
  await expect(page.getByRole('navigation')).toBeHidden();
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
});
