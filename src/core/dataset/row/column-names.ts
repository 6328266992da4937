/**
 * The columns that the first record of CSV names, each under a name of its own, as pandas 3.1 makes them, with which `datasets` reads CSV
 * (pandas/io/common.py, `mangle_dupe_names`): a repeated name gets a number, a missing one is named after its position.
 */
export function columnNames(header: readonly string[]): string[] {
  const names = header.map((name, n) => (name === '' ? `Unnamed: ${n}` : name));
  const counts = new Map<string, number>();
  // names that are given are kept rather than those that are made up
  const order = [...names.keys()].toSorted((a, b) => Number(header[a] === '') - Number(header[b] === ''));
  for (const n of order) {
    const given = names[n] ?? '';
    let name = given;
    let count = counts.get(name) ?? 0;
    while (count > 0) {
      counts.set(given, count + 1);
      name = `${given}.${count}`;
      count = names.includes(name) ? count + 1 : (counts.get(name) ?? 0);
    }
    names[n] = name;
    counts.set(name, count + 1);
  }
  return names;
}
