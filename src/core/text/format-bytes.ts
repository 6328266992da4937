const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 1234567 → 1.2 MB: decimal units, as file managers and the Hub count. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}
