/**
 * The files that a pattern of tuning-fork.yaml means, as paths relative to its folder with `/`. `*` and `?` stay within a name, `**`
 * does not; a pattern without `/` means files of that name in every folder, one that ends in `/` all files below.
 */
export function filePattern(pattern: string): RegExp {
  const bare = pattern.replace(/^\.?\//, '');
  const isAnywhere = !pattern.slice(0, -1).includes('/');
  const whole = bare.endsWith('/') ? `${bare}**` : bare;
  const source = whole.replaceAll(
    /\*\*\/|\*\*|[*?]|[$()+./[\\\]^{|}]/g,
    (part) => MEANINGS[part] ?? `\\${part}`,
  );
  return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${source}$`, 'u');
}

const MEANINGS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '/': '/',
};

/** Whether a pattern is the path of this very file. */
export function isPathOf(pattern: string, path: string): boolean {
  return pattern.replace(/^\.?\//, '') === path;
}
