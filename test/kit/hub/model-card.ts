import { parse, YAMLParseError } from 'yaml';

/** What stands between the first `---` lines of a README.md; null where nothing does. */
export function frontMatter(content: string): string | null {
  return /^\uFEFF?---\r?\n([\s\S]*?)\r?\n?---(?:\r?\n|$)/.exec(content)?.[1] ?? null;
}

/** What a card says of its repository; empty where it says nothing that can be read. */
export function cardData(content: string): Record<string, unknown> {
  try {
    const value: unknown = parse(frontMatter(content) ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The answer to POST /api/validate-yaml. */
export interface CardCheck {
  readonly errors: readonly { readonly message: string }[];
  readonly warnings: readonly { readonly message: string }[];
}

export function checkCard(content: string): CardCheck {
  const yaml = frontMatter(content);
  if (yaml === null) {
    return { errors: [], warnings: [{ message: 'empty or missing yaml metadata in repo card' }] };
  }
  try {
    const value: unknown = parse(yaml);
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    return {
      errors: isMapping || value === null ? [] : [{ message: 'metadata must be an object' }],
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { errors: [{ message: error.message }], warnings: [] };
  }
}
