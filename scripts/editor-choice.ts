/** What `npm start` opens the sample project in. */
export type EditorChoice =
  | { readonly kind: 'desktop'; readonly program: string }
  | { readonly kind: 'browser' };

export interface EditorQuestion {
  /** `--web` was given. */
  readonly web: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The path of a program on PATH, or a file that exists; nothing where there is none. */
  readonly find: (program: string) => string | undefined;
}

const PROGRAMS = [
  'code',
  'code-insiders',
  'codium',
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
];

/**
 * The desktop's VS Code where there is one and a screen to show it, else the browser. `$VSCODE` names a program. In a
 * terminal of a remote VS Code `code` is another program, which opens no extension under development.
 */
export function chooseEditor({ web, env, platform, find }: EditorQuestion): EditorChoice {
  if (web) return { kind: 'browser' };
  const named = env['VSCODE'];
  if (named !== undefined && named !== '') return { kind: 'desktop', program: named };
  if (env['VSCODE_IPC_HOOK_CLI'] !== undefined) return { kind: 'browser' };
  const screen = env['DISPLAY'] ?? env['WAYLAND_DISPLAY'];
  if (platform === 'linux' && screen === undefined) return { kind: 'browser' };
  for (const name of PROGRAMS) {
    const program = find(name);
    if (program !== undefined) return { kind: 'desktop', program };
  }
  return { kind: 'browser' };
}
