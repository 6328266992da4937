import { marksOf } from '../marks/text-mark.ts';
import { charactersOf, isIn, markWhere, type TextSearch } from '../wording/text-search.ts';

/** A secret in a text: its characters, whose it is, and how it may be shown. */
export interface FoundSecret {
  readonly from: number;
  readonly to: number;
  readonly kind: 'key' | 'private-key' | 'web-token' | 'password';
  /** Who gave it out; empty where nobody is known. */
  readonly service: string;
  /** Beginning and last two characters at most. */
  readonly mask: string;
}

/** A known form: what it begins with, and what is secret in it. */
interface SecretForm {
  readonly service: string;
  /** What a text with it has some of: the cheap look. */
  readonly mark: TextSearch;
  readonly pattern: RegExp;
}

/** These words before a mark, with no letter before them. Marks are characters that prose and JSON have few of. */
function after(mark: string, ...words: readonly string[]): TextSearch {
  const last = charactersOf(words.map((word) => word.slice(-1)).join(''));
  const isMeant = (text: string, at: number): boolean => {
    if (last[text.charCodeAt(at - 1)] !== 1) return false;
    return words.some((word) => text.endsWith(word, at) && isApart(text, at - word.length));
  };
  return markWhere(mark, isMeant, marksOf(...words.map((word) => word.slice(-1) + mark)));
}

/** A mark that one of these words begins with. */
function begin(mark: string, ...words: readonly string[]): TextSearch {
  const isMeant = (text: string, at: number): boolean => words.some((word) => text.startsWith(word, at));
  return markWhere(mark, isMeant, marksOf(...words));
}

const LETTER = /[A-Za-z]/;

/** No letter stands before a word, unless it is that of an escape. */
function isApart(text: string, at: number): boolean {
  if (!LETTER.test(text.charAt(at - 1))) return true;
  return text[at - 2] === '\\' || (text[at - 6] === '\\' && text[at - 5] === 'u');
}

const XOX = ['xoxa', 'xoxb', 'xoxe', 'xoxo', 'xoxp', 'xoxr', 'xoxs'];
const UNDERSCORE = after('_', 'hf', 'api_org', 'ghp', 'gho', 'ghu', 'ghs', 'ghr', 'github_pat', 'npm', 'dop');
const HYPHEN = after('-', 'sk', 'glpat', 'GOCSPX', 'pypi', ...XOX);
const LIVE = after('_live_', 'sk', 'rk');
const CAPITAL_A = begin('A', 'AKIA', 'ASIA', 'AIza', 'AccountKey=');
const PATH = begin('/', '/services', '/webhooks');
const BOT = markWhere('AA', (text, at) => text[at - 1] === ':');
const AWS_KEY = markWhere(
  'key',
  (text, at) => /(?:secret|access)_?$/.test(text.slice(Math.max(0, at - 7), at)),
  marksOf('tk', 'sk', '_k'),
);
const PRIVATE = begin('P', 'PRIVATE KEY');
const JWT = markWhere('J', (text, at) => text.startsWith('ey', at - 2));
/** A sign with the beginning of a URL before it, whose slashes JSON may have escaped. */
const PASSWORD = markWhere('@', (text, at) => /:\\?\/\\?\//.test(text.slice(Math.max(0, at - 400), at)));

/** A word may end before a token, or a line break that is written as an escape, as in JSON within a text. */
const BEFORE = '(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]))';

function form(service: string, mark: TextSearch, head: string, body: string): SecretForm {
  return { service, mark, pattern: new RegExp(`${BEFORE}(${head})(${body})(?![A-Za-z0-9])`, 'g') };
}

const FORMS: readonly SecretForm[] = [
  form('Hugging Face', UNDERSCORE, 'hf_|api_org_', '[A-Za-z0-9]{30,40}'),
  form('OpenAI', HYPHEN, 'sk-(?:proj|svcacct|admin|None)-', '[A-Za-z0-9_-]{40,200}'),
  form('Anthropic', HYPHEN, 'sk-ant-[a-z]{3,8}[0-9]{2}-', '[A-Za-z0-9_-]{80,120}'),
  form('OpenRouter', HYPHEN, 'sk-or-v1-', '[0-9a-f]{64}'),
  form('OpenAI', HYPHEN, 'sk-', '[A-Za-z0-9]{32,64}'),
  form('GitHub', UNDERSCORE, 'gh[pousr]_', '[A-Za-z0-9]{36}'),
  form('GitHub', UNDERSCORE, 'github_pat_', '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
  form('GitLab', HYPHEN, 'glpat-', '[A-Za-z0-9_-]{20,64}'),
  form('AWS', CAPITAL_A, 'A[KS]IA', '[A-Z2-7]{16}'),
  form('AWS', AWS_KEY, '(?:aws_?)?secret_?(?:access_?)?key["\']?\\s*[=:]\\s*["\']?', '[A-Za-z0-9/+]{40}'),
  form('Slack', HYPHEN, 'xox[abeoprs]-', '[0-9]{8,}-[A-Za-z0-9-]{20,}'),
  form('Slack', PATH, 'hooks\\.slack\\.com/services/', 'T[A-Z0-9]{7,}/B[A-Z0-9]{7,}/[A-Za-z0-9]{24}'),
  form('Discord', PATH, 'discord(?:app)?\\.com/api/webhooks/', '[0-9]{17,20}/[A-Za-z0-9_-]{60,}'),
  form('Google', CAPITAL_A, 'AIza', '[A-Za-z0-9_-]{35}'),
  form('Google', HYPHEN, 'GOCSPX-', '[A-Za-z0-9_-]{28}'),
  form('Stripe', LIVE, '[sr]k_live_', '[A-Za-z0-9]{24,}'),
  form('npm', UNDERSCORE, 'npm_', '[A-Za-z0-9]{36}'),
  form('PyPI', HYPHEN, 'pypi-', 'AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}'),
  form('SendGrid', begin('S', 'SG.'), 'SG\\.', '[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'),
  form('Telegram', BOT, '[0-9]{8,10}:', 'AA[A-Za-z0-9_-]{33}'),
  form('DigitalOcean', UNDERSCORE, 'dop_v1_', '[0-9a-f]{64}'),
  form('Azure', CAPITAL_A, 'AccountKey=', '[A-Za-z0-9/+]{86}=='),
];

/** What any secret has some of, as it is written in JSON too. */
export const SECRET_MARKS: readonly TextSearch[] = [
  ...new Set(FORMS.map(({ mark }) => mark)),
  PRIVATE,
  JWT,
  PASSWORD,
];

const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
const WEB_TOKEN = /(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{8,})\.(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{16,}/g;
const URL_PASSWORD = /:\/\/([^\s:/@"'<>`]{0,64}):([^\s/@"'<>`]{3,128})@([^\s/:"'<>`]{3,})/g;

/** Every secret of a known form in a text, in order; placeholders of the same form are left out. */
export function secretsIn(text: string): FoundSecret[] {
  const found = [
    ...FORMS.flatMap((form) => (isIn(form.mark, text) ? ofForm(text, form) : [])),
    ...(isIn(PRIVATE, text) ? privateKeys(text) : []),
    ...(isIn(JWT, text) ? webTokens(text) : []),
    ...(isIn(PASSWORD, text) ? urlPasswords(text) : []),
  ];
  return withoutOverlaps(found.sort((a, b) => a.from - b.from || b.to - a.to));
}

/** Beginnings that say the kind and nothing of the value. */
const SHOWN = /^[A-Za-z][A-Za-z0-9._-]{1,14}$/;

function ofForm(text: string, { service, pattern }: SecretForm): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { index, 0: whole, 1: head = '', 2: body = '' } of text.matchAll(pattern)) {
    if (!looksRandom(body)) continue;
    const shown = SHOWN.test(head) ? head : '';
    const mask = `${shown}…${body.slice(-2)}`;
    const from = shown === '' ? index + head.length : index;
    found.push({ from, to: index + whole.length, kind: 'key', service, mask });
  }
  return found;
}

/** Characters of a private key with a wide margin: its end is not looked for beyond. */
const LONGEST_KEY = 20_000;

function privateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { index, 0: whole } of text.matchAll(PRIVATE_KEY)) {
    const start = index + whole.length;
    const behind = text.slice(start, start + LONGEST_KEY);
    const end = behind.indexOf('-----END');
    const body = /[A-Za-z0-9+/]{40,}/.exec(behind.slice(0, end < 0 ? 500 : end));
    if (body === null || !looksRandom(body[0])) continue;
    const to = start + (end < 0 ? body.index + body[0].length : end);
    found.push({ from: index, to, kind: 'private-key', service: '', mask: '…' });
  }
  return found;
}

function webTokens(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { index, 0: whole, 1: header = '', 2: payload = '' } of text.matchAll(WEB_TOKEN)) {
    if (!/"alg"\s*:/.test(decoded(header))) continue;
    const claims = decoded(payload);
    if (!claims.startsWith('{"') || claims.includes('1234567890')) continue;
    const mask = `eyJ…${whole.slice(-2)}`;
    found.push({ from: index, to: index + whole.length, kind: 'web-token', service: '', mask });
  }
  return found;
}

function urlPasswords(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { index, 1: user = '', 2: password = '', 3: host = '' } of text.matchAll(URL_PASSWORD)) {
    if (isPlaceholderPassword(user, password) || /(?:^|\.)example\./i.test(host)) continue;
    const from = index + 3 + user.length + 1;
    found.push({ from, to: from + password.length, kind: 'password', service: '', mask: '…' });
  }
  return found;
}

const PLACEHOLDER_PASSWORD =
  /^(?:pass(?:word|wd|wort)?|pwd?|pw|secret|token|key|admin|root|postgres|guest|test|user|changeme|api_?key|x+|\*+|\.+|비밀번호|암호|비번)\d{0,4}$|^[${<[%(]|your|password|passwd|token|example|placeholder|redacted|xxx|\*\*\*/i;

function isPlaceholderPassword(user: string, password: string): boolean {
  return password === user || PLACEHOLDER_PASSWORD.test(password) || /^[${<[%]/.test(user);
}

const PLACEHOLDER =
  /example|your|token|x{4}|placeholder|dummy|redacted|sample|changeme|insert|replace|012345|123456|abcdef|\.{3}/i;

/** Keys are drawn at random: many different characters, hardly any run of neighbours, no words for a placeholder. */
function looksRandom(body: string): boolean {
  if (PLACEHOLDER.test(body) || new Set(body).size < Math.min(10, body.length / 3)) return false;
  let neighbours = 0;
  for (let n = 1; n < body.length; n++) {
    if (Math.abs(body.charCodeAt(n) - body.charCodeAt(n - 1)) <= 1) neighbours++;
  }
  return neighbours < body.length * 0.4;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url as Latin-1, which is all that is asked of it. */
function decoded(part: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of part) {
    held = ((held << 6) | BASE64.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    text += String.fromCharCode((held >> bits) & 0xff);
  }
  return text;
}

function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  for (const each of found) if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each);
  return kept;
}
