import { rawIndex } from '../dataset/json/locate.ts';
import { parsePositioned, type JsonNode } from '../dataset/json/positioned-json.ts';
import type { TextRange } from './preview-places.ts';

/** How a template stands in the text of its file: as the file itself, or as a string of its JSON. */
export interface TemplatePlaces {
  /** The characters of the file that a range of the template stands in; both in UTF-16 units. */
  readonly inFile: (range: TextRange) => TextRange;
  /** The character of the template that a place of the file belongs to; null if it is not in the template. */
  readonly inTemplate: (offset: number) => number | null;
}

/**
 * Finds a template in the text of the file that it was read from; null if it is not there any more.
 * @param fileText as an editor has it, without a byte order mark
 */
export function templatePlaces(fileText: string, template: string): TemplatePlaces | null {
  const mark = template.startsWith('\ufeff') ? 1 : 0;
  if (fileText === template.slice(mark)) {
    return {
      inFile: ({ start, end }) => ({ start: Math.max(0, start - mark), end: Math.max(0, end - mark) }),
      inTemplate: (offset) => offset + mark,
    };
  }
  const quote = stringPlace(fileText, template);
  return quote === null ? null : jsonPlaces(fileText, template, quote);
}

function jsonPlaces(fileText: string, template: string, quote: number): TemplatePlaces {
  return {
    inFile({ start, end }) {
      const from = rawIndex(fileText, quote, start);
      return { start: from, end: rawIndex(fileText, from - 1, end - start) };
    },
    inTemplate(offset) {
      let at = quote + 1;
      for (let index = 0; index < template.length; index++) {
        const next = rawIndex(fileText, at - 1, 1);
        if (offset < next) return offset < at ? null : index;
        at = next;
      }
      return null;
    },
  };
}

/** Where the string begins that is this template: `chat_template`, or one of its named ones. */
function stringPlace(fileText: string, template: string): number | null {
  const json = parsePositioned(fileText);
  if (!json.ok) return null;
  const node = child(json.root, 'chat_template');
  const candidates = node?.kind === 'array' ? node.items.map((item) => child(item, 'template')) : [node];
  const found = candidates.find((each) => each?.kind === 'string' && each.value === template);
  return found?.start ?? null;
}

function child(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
}
