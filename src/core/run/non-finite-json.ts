const wordsOrStrings = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/**
 * Reads JSON that may hold bare NaN, Infinity and -Infinity, as Python's `json.dumps` writes them; they become strings.
 * @throws {SyntaxError} if the text is no JSON besides
 */
export function parseNonFiniteJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(
      text.replace(wordsOrStrings, (found) => (found.startsWith('"') ? found : `"${found}"`)),
    );
  }
}

/** Writes JSON with NaN and infinities as the strings "NaN", "Infinity", "-Infinity", never as null. */
export function stringifyNonFiniteJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, nonFiniteAsString, indent);
}

function nonFiniteAsString(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
