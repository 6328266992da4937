import fs from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from '@playwright/test';
import { launchBrowser, newPage } from './browser.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { workbenchUrl } from './workbench-url.ts';

export interface ExtensionTests {
  readonly folder: string;
  /** The extension under development. */
  readonly extension: string;
  /** The module whose `run()` is the test. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Where screenshots and VS Code's logs go. */
  readonly logs: string;
  /** Lines of the console: the extension host's and the workbench's, mixed. */
  readonly onConsole: (line: string) => void;
}

/**
 * Runs a module in a real extension host and resolves with what VS Code reports: 0 or 1. It says 0 also where the
 * extension host was killed or ended itself: the caller must require a report as well.
 * @throws where no result comes in time or the page goes away
 */
export async function runExtensionTests(tests: ExtensionTests): Promise<number> {
  // Without the driver a built VS Code ignores the extension under development and its tests, and says nothing.
  const server = await startTestServer({
    env: tests.env,
    args: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  try {
    const browser = await launchBrowser();
    try {
      return await inPage(await newPage(browser), server, tests);
    } finally {
      await browser.close();
    }
  } finally {
    await keepLogs(server, tests.logs);
    await server.stop();
  }
}

async function inPage(page: Page, server: TestServer, tests: ExtensionTests): Promise<number> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
    tests.onConsole(format(...args)),
  );
  const code = exitCode(page, tests.timeoutMs);
  const place = { folder: tests.folder, development: [tests.extension], tests: tests.entry };
  try {
    const [result] = await Promise.all([code, page.goto(workbenchUrl(server.url, place))]);
    return result;
  } catch (error) {
    await page.screenshot({ path: path.join(tests.logs, 'no-result.png') }).catch(() => {});
    throw error;
  }
}

/** What VS Code hands to the page as the result of the tests. */
async function exitCode(page: Page, timeoutMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No result after ${timeoutMs / 1000} s.`)), timeoutMs);
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    page.once('crash', () => settle(() => reject(new Error('The page crashed.'))));
    page.exposeFunction('codeAutomationExit', (code: number) => settle(() => resolve(code))).catch(reject);
  });
}

async function keepLogs(server: TestServer, target: string): Promise<void> {
  await fs.cp(path.join(server.userData, 'logs'), path.join(target, 'vscode'), { recursive: true });
}
