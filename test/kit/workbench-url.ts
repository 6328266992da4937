export interface WorkbenchPlace {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute paths of extensions under development. */
  readonly development?: readonly string[];
  /** Absolute path of the module whose `run()` is called in the extension host. */
  readonly tests?: string;
}

/** The address at which a server shows a folder. `development` and `tests` need a server with the smoke-test driver. */
export function workbenchUrl(server: string, place: WorkbenchPlace): string {
  const { host } = new URL(server);
  const remote = (file: string): string => `vscode-remote://${host}${encodeURI(file)}`;
  const payload = [
    ...(place.development ?? []).map((folder) => ['extensionDevelopmentPath', remote(folder)]),
    ...(place.tests === undefined ? [] : [['extensionTestsPath', remote(place.tests)]]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const url = new URL(server);
  url.searchParams.set('folder', place.folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
