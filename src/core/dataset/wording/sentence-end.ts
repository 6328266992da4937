/** Answers below this length are words and phrases as often as sentences. */
const SHORTEST = 40;

/** Whether a text ends in the middle of a sentence. Asked of every answer: nearly all end in a mark, which one look tells. */
export function isCutOff(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  const last = text.charCodeAt(end - 1);
  return mayBeInside(last) && isInside(text.slice(0, end));
}

/** A letter, a comma or an opening bracket: nothing that ends a sentence, a list of numbers or code. */
function mayBeInside(code: number): boolean {
  if (code === 0x2c || code === 0x28) return true;
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isHangul(code);
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

function isInside(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1).slice(-LONGEST_LINE);
  if (LOOKS_LIKE_CODE.test(line)) return false;
  if (ITEM.test(line)) return isInsideItem(text, line);
  const finished = line.match(/[가-힣][^가-힣]?$/.test(line) ? KOREAN_END : ENGLISH_END)?.length ?? 0;
  const endsOpen = OPEN_ENDS.some((pattern) => pattern.test(line));
  if (finished > 0 && endsOpen) return true;
  if (finished < 2) return false;
  // In English a missing mark alone is forgotten as often as cut off: the last word must be a part of one.
  return /[가-힣]$/.test(line) ? !COMPLETE.test(line) : isPartOfWord(text);
}

/** What of a last line is looked at. */
const LONGEST_LINE = 4000;
const LOOKS_LIKE_CODE = /[{}=|<>\\]|;$|^(?: {4}|\t)|https?:\/\/\S*$|^(?:#|>)/;
const ITEM = /^\s*(?:[-*•]|\d+[.)])\s/;
/** A sentence that ended before in the same line. */
const ENGLISH_END = /[a-z0-9)"'”’%][.!?]["'”’)]? +(?=["'“‘(]?[A-Z0-9가-힣])/g;
const KOREAN_END = /[가-힣)"'”’][.!?]["'”’)]? ?(?=["'“‘(]?[A-Z0-9가-힣])/g;

/** Whether the last word is the beginning of another word of the text, and not a word of the text itself. */
function isPartOfWord(text: string): boolean {
  const word = /[a-z]{3,}$/.exec(text)?.[0];
  if (word === undefined || !new RegExp(`\\b${word}[a-z]{2,}`, 'i').test(text)) return false;
  return (
    !/(?:s|ed|ing|ly)$/.test(word) && !new RegExp(`\\b${word}\\b`, 'i').test(text.slice(0, -word.length))
  );
}

/** Words that a sentence cannot end with, a comma, an opening bracket, and in Korean particles and endings that link. */
const OPEN_ENDS: readonly RegExp[] = [
  /[,(]$/,
  /\b(?:the|an?|and|or|but|of|to|for|from|with|by|at|as|into|than|that|which|who|whose|because|although|while|if|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|their|its|our|your|my|his|this|these|those|such|very|more|most|not|also|then|when|where|how|so|before|after|between|through|during|include|including|overall)$/,
  /[가-힣](?:은|는|이|가|을|를|의|에|에서|에게|으로|와|과|며|면|면서|지만|는데|하여|때문에|위해|위한|통해|대한|대해|있는|없는|하는|되는|그리고|또한|하지만|그러나|따라서|하고|이고|되고|줄이고|있고|높이고|이며|하며)$/,
];

/** Korean sentence endings, and notes that end in a noun form. */
const COMPLETE = /(?:다|요|까|죠|음|임|함|됨|것|니|자|라|네|지|야|어|아|해|군|걸|게|줘|드림|올림|님)$/;

/** An item of a list whose other items all end in a mark. */
function isInsideItem(text: string, line: string): boolean {
  const items = text
    .slice(0, -line.length)
    .split('\n')
    .filter((each) => ITEM.test(each));
  return items.length > 1 && items.every((each) => /[.!?]["'”’)]?\s*$/.test(each)) && line.length > 12;
}
