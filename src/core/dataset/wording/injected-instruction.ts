/** An order to the model in a text that is not the user's. */
export interface FoundInstruction {
  readonly from: number;
  readonly to: number;
  readonly kind: 'invisible' | 'direction' | 'markup' | 'document';
}

const ORDERS = '(?:instructions?|prompts?|guidelines?|directions|commands|rules|directives)';
const ENGLISH = new RegExp(
  '\\b(?:ignore|disregard|forget|override)\\s+(?:(?:all|any|every|of|the|your|these|those|my)\\s+)*' +
    `(?:(?:previous|prior|above|earlier|preceding|foregoing|system|original)\\s+(?:\\w+\\s+)?${ORDERS}` +
    `|${ORDERS}\\s+(?:above|before|given|so far|you)|everything\\s+(?:above|before|you))`,
  'gi',
);
const KOREAN =
  /(?:이전|앞|위|앞선|지금까지|기존|상기)(?:의|에|까지의|에서)?\s?(?:받은\s?|내린\s?|주어진\s?)?(?:모든\s?)?(?:지시|명령|지침|프롬프트|규칙)(?:사항|문)?(?:들)?(?:을|를|은|는)?\s?(?:모두\s?|전부\s?|다\s?|절대\s?)?무시/g;

/** Orders to forget the orders, in a document or the result of a tool. */
export function injectionIn(text: string): FoundInstruction[] {
  return [...text.matchAll(ENGLISH), ...text.matchAll(KOREAN)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
    kind: 'document',
  }));
}

const HIDDEN =
  /<!--([\s\S]{0,2000}?)-->|<(\w+)[^>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0)[^>]{0,200}>([\s\S]{0,2000}?)<\/\2>/gi;
/** What is said to a model in a comment, apart from orders to forget its orders. */
const TO_A_MODEL = [
  /\b(?:AIs?|assistants?|language models?|LLMs?|chatbots?|GPT)\b[^<]{0,80}\b(?:ignore|disregard|tell|say|rate|recommend|do not|don't|never|must|reply|respond|output|reveal)\b/i,
  /\b(?:ignore|disregard|forget) your (?:instructions|guidelines|rules)/i,
  /\btell the user\b|\bdo not (?:mention|reveal|tell)\b/i,
  /(?:AI|인공지능|언어 모델|어시스턴트)[^\n]{0,40}(?:무시|말하|답하|답할|출력|추천|할 것|하라|하세요)/,
];

/** Comments and hidden elements of HTML that give orders. */
export function hiddenMarkupIn(text: string): FoundInstruction[] {
  const found: FoundInstruction[] = [];
  if (!text.includes('<')) return found;
  for (const { index, 0: whole, 1: comment, 3: element } of text.matchAll(HIDDEN)) {
    const inner = comment ?? element ?? '';
    if (injectionIn(inner).length === 0 && !TO_A_MODEL.some((pattern) => pattern.test(inner))) continue;
    found.push({ from: index, to: index + whole.length, kind: 'markup' });
  }
  return found;
}

/** Tags (U+E0020–E007E) that belong to no flag, and overrides of the direction of writing. */
const UNSEEN =
  /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,8})[\u{e0020}-\u{e007f}]+|[\u202d\u202e][^\u202c\n]{0,200}\u202c?/gu;

/** Text that is not shown, or shown in another order than it is read by a model. */
export function invisibleTextIn(text: string): FoundInstruction[] {
  return Array.from(text.matchAll(UNSEEN), ({ index, 0: run }) => ({
    from: index,
    to: index + run.length,
    kind: /^[\u202d\u202e]/.test(run) ? 'direction' : 'invisible',
  }));
}
