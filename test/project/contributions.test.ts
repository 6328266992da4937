import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const nls = { en: JSON.parse(read('package.nls.json')), ko: JSON.parse(read('package.nls.ko.json')) };

function sourceFiles(folder: string): string[] {
  const files = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(folder, file));
}

/** Every `%key%` anywhere in package.json. */
function keysOf(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1] ?? '');
}

const commandIds: string[] = manifest.contributes.commands.map((each: { command: string }) => each.command);
const hostSource = [...sourceFiles('src/host'), 'src/extension.ts'].map(read).join('\n');

describe('package.json', () => {
  test('contributes exactly the commands that the code registers', () => {
    const one = [...hostSource.matchAll(/commands\.register\(\s*'(\w+)'/g)].map((match) => match[1]);
    const lists = hostSource.matchAll(/\[([^\]]*)\] as const satisfies readonly CommandName\[\]/g);
    const inLists = [...lists].flatMap((list) => [...(list[1] ?? '').matchAll(/\w+/g)].map(([name]) => name));
    const registered = [...one, ...inLists].map((name) => `tuningFork.${name}`);
    expect(registered.toSorted()).toEqual(commandIds.toSorted());
  });

  test('contributes every view and setting that the code names, and no other', () => {
    const views = Object.values<{ id: string }[]>(manifest.contributes.views).flat();
    for (const { id } of views) expect(hostSource, id).toContain(`'${id}'`);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const named = new Set(
      [...hostSource.matchAll(/get<unknown>\('([\w.]+)'\)/g)].map((match) => `tuningFork.${match[1]}`),
    );
    expect([...named].toSorted()).toEqual(settings.toSorted());
  });

  test('puts only contributed commands into menus and welcome views', () => {
    const menus = Object.values<{ command: string }[]>(manifest.contributes.menus).flat();
    for (const { command } of menus) expect(commandIds).toContain(command);
    const links = Object.values<string>(nls.en).flatMap((text) => [
      ...text.matchAll(/\(command:(tuningFork\.\w+)\)/g),
    ]);
    for (const link of links) expect(commandIds).toContain(link[1]);
  });

  test('has each text in English and Korean, and no text that is not used', () => {
    const used = [...new Set(keysOf(manifest))].toSorted();
    expect(Object.keys(nls.en).toSorted()).toEqual(used);
    expect(Object.keys(nls.ko).toSorted()).toEqual(used);
  });

  test('keeps settings that name a program from an untrusted workspace', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    expect(restricted).toContain('tuningFork.pythonPath');
  });

  test('lets the user alone say which Hub gets the token', () => {
    expect(manifest.contributes.configuration.properties['tuningFork.hub.endpoint'].scope).toBe(
      'application',
    );
  });

  test('has the names that drivers and users rely on in the table of CONTRIBUTING', () => {
    const table = read('CONTRIBUTING.md');
    const views = Object.values<{ id: string }[]>(manifest.contributes.views).flat();
    const names = [
      `${manifest.publisher}.${manifest.name}`,
      ...Object.keys(manifest.contributes.viewsContainers).flatMap((bar) =>
        manifest.contributes.viewsContainers[bar].map((each: { id: string }) => each.id),
      ),
      ...views.map((view) => view.id),
      ...commandIds,
      ...Object.keys(manifest.contributes.configuration.properties),
      '#rendered',
      '#loss-chart',
    ];
    for (const name of names) expect(table, name).toContain(`\`${name}\``);
  });
});

describe('the Korean bundle of the host', () => {
  const bundle = JSON.parse(read('l10n/bundle.l10n.ko.json'));

  test('translates every sentence that the host passes to VS Code, and no other', () => {
    const passed = [...hostSource.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
      (match) => match[1] ?? '',
    );
    expect(Object.keys(bundle).toSorted()).toEqual([...new Set(passed)].toSorted());
  });

  test('keeps the placeholders of each sentence', () => {
    for (const [english, korean] of Object.entries<string>(bundle)) {
      expect(korean.match(/\{\d\}/g)?.toSorted() ?? [], english).toEqual(
        english.match(/\{\d\}/g)?.toSorted() ?? [],
      );
    }
  });
});
