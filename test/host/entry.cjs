// VS Code's extensionTestsPath: runs Mocha in the extension host. Its report goes to files, because the console carries
// the workbench's own log as well.
const fs = require('node:fs');
const { findSourceMap } = require('node:module');
const path = require('node:path');
const { format } = require('node:util');
const Mocha = require('mocha');

const root = path.resolve(__dirname, '../..');
const suites = path.join(root, 'out/test/suite');
const report = process.env.TUNING_FORK_TEST_REPORT;

// Node reads source maps only when asked, and VS Code formats stacks itself without them.
process.setSourceMapsEnabled(true);

function say(...args) {
  fs.appendFileSync(`${report}.txt`, `${format(...args)}\n`);
}

function withSourcePositions(stack) {
  return stack.replace(/(?:file:\/\/)?(\/[^():\s]+):(\d+):(\d+)/g, (position, file, line, column) => {
    const entry = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry?.originalSource === undefined) return position;
    const source = entry.originalSource.replace('file://', '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function loadSuites() {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 20_000,
    color: false,
    reporter: 'spec',
    fullTrace: true,
    forbidOnly: process.env.CI !== undefined,
    ...(process.env.TUNING_FORK_TEST_GREP ? { grep: process.env.TUNING_FORK_TEST_GREP } : {}),
  });
  for (const name of fs.readdirSync(suites)) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(suites, name));
  }
  return mocha;
}

/** VS Code only logs a rejection that nobody handles. One whose stack is ours is a failure; others' extensions are not ours. */
function countUnhandledRejections(results) {
  process.on('unhandledRejection', (reason) => {
    const stack = reason instanceof Error ? reason.stack : String(reason);
    if (!stack.includes(root)) return;
    results.failed += 1;
    results.tests.push({ title: 'unhandled rejection', state: 'failed', stack: withSourcePositions(stack) });
    say('unhandled rejection: %s', withSourcePositions(stack));
  });
}

exports.run = () =>
  new Promise((resolve, reject) => {
    const results = { passed: 0, failed: 0, skipped: 0, tests: [] };
    countUnhandledRejections(results);
    const finish = () => {
      fs.writeFileSync(`${report}.json`, JSON.stringify(results, null, 2));
      if (results.failed > 0 || results.passed === 0) {
        reject(new Error(`${results.passed} passed, ${results.failed} failed`));
      } else resolve();
    };
    const runner = loadSuites().run(finish);
    runner.on('pass', (test) => {
      results.passed += 1;
      results.tests.push({ title: test.fullTitle(), state: 'passed', milliseconds: test.duration });
    });
    runner.on('fail', (test, error) => {
      error.stack = withSourcePositions(error.stack ?? String(error));
      results.failed += 1;
      results.tests.push({ title: test.fullTitle(), state: 'failed', stack: error.stack });
    });
    runner.on('pending', (test) => {
      results.skipped += 1;
      results.tests.push({ title: test.fullTitle(), state: 'skipped' });
    });
  });
