import { describe, expect, test } from 'vitest';
import { chooseEditor, type EditorQuestion } from '../../scripts/editor-choice.ts';

const desktop: EditorQuestion = {
  web: false,
  env: { DISPLAY: ':0' },
  platform: 'linux',
  find: (program) => (program === 'codium' ? '/usr/bin/codium' : undefined),
};
const browser = { kind: 'browser' };

describe('npm start opens', () => {
  test('the first VS Code that is found, on a desktop', () => {
    expect(chooseEditor(desktop)).toEqual({ kind: 'desktop', program: '/usr/bin/codium' });
    const both = (program: string): string => `/bin/${program}`;
    expect(chooseEditor({ ...desktop, find: both })).toEqual({ kind: 'desktop', program: '/bin/code' });
  });

  test('the browser when it is asked for', () => {
    expect(chooseEditor({ ...desktop, web: true })).toEqual(browser);
  });

  test('the program that VSCODE names', () => {
    const env = { VSCODE: '/opt/code' };
    expect(chooseEditor({ ...desktop, env })).toEqual({ kind: 'desktop', program: '/opt/code' });
  });

  test('the browser on Linux without a screen, and not on a Mac without DISPLAY', () => {
    expect(chooseEditor({ ...desktop, env: {} })).toEqual(browser);
    expect(chooseEditor({ ...desktop, env: {}, platform: 'darwin' }).kind).toBe('desktop');
  });

  test('the browser in the terminal of a remote VS Code', () => {
    expect(chooseEditor({ ...desktop, env: { DISPLAY: ':0', VSCODE_IPC_HOOK_CLI: '/s' } })).toEqual(browser);
  });

  test('the browser where there is no VS Code', () => {
    expect(chooseEditor({ ...desktop, find: () => undefined })).toEqual(browser);
  });
});
