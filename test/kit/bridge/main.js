// An extension of the tests: evaluates functions that come over a unix socket in $TUNING_FORK_TEST_BRIDGE, with the
// `vscode` API at hand. A request is {source, argument}; the answer {value} or {error}.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const vm = require('node:vm');
const vscode = require('vscode');

exports.activate = (context) => {
  const folder = process.env.TUNING_FORK_TEST_BRIDGE;
  if (folder === undefined) return;
  fs.mkdirSync(folder, { recursive: true });
  const server = http.createServer((request, response) => {
    void answer(request).then((result) => response.end(JSON.stringify(result)));
  });
  server.listen(path.join(folder, `${process.pid}.sock`));
  context.subscriptions.push({ dispose: () => server.close() });
};

async function answer(request) {
  try {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const { source, argument } = JSON.parse(body);
    const run = vm.runInThisContext(`(${source})`);
    return { value: await run(vscode, argument, require) };
  } catch (error) {
    return { error: error instanceof Error ? error.stack : String(error) };
  }
}
