import { AT_SIGN } from './character-run.ts';
import { isIn, markWhere, type TextSearch } from './text-search.ts';

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
  readonly pattern: RegExp;
}

/** A word may end before a token, or a line break that is written as an escape, as in JSON within a text. */
const BEFORE = '(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]))';

function form(service: string, head: string, body: string): SecretForm {
  return { service, pattern: new RegExp(`${BEFORE}(${head})(${body})(?![A-Za-z0-9])`, 'g') };
}

const FORMS: readonly SecretForm[] = [
  form('Hugging Face', 'hf_|api_org_', '[A-Za-z0-9]{30,40}'),
  form('OpenAI', 'sk-(?:proj|svcacct|admin|None)-', '[A-Za-z0-9_-]{40,200}'),
  form('Anthropic', 'sk-ant-[a-z]{3,8}[0-9]{2}-', '[A-Za-z0-9_-]{80,120}'),
  form('OpenRouter', 'sk-or-v1-', '[0-9a-f]{64}'),
  form('OpenAI', 'sk-', '[A-Za-z0-9]{32,64}'),
  form('GitHub', 'gh[pousr]_', '[A-Za-z0-9]{36}'),
  form('GitHub', 'github_pat_', '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
  form('GitLab', 'glpat-', '[A-Za-z0-9_-]{20,64}'),
  form('AWS', 'A[KS]IA', '[A-Z2-7]{16}'),
  form('AWS', '(?:aws_?)?secret_?(?:access_?)?key["\']?\\s*[=:]\\s*["\']?', '[A-Za-z0-9/+]{40}'),
  form('Slack', 'xox[abeoprs]-', '[0-9]{8,}-[A-Za-z0-9-]{20,}'),
  form('Slack', 'hooks\\.slack\\.com/services/', 'T[A-Z0-9]{7,}/B[A-Z0-9]{7,}/[A-Za-z0-9]{24}'),
  form('Discord', 'discord(?:app)?\\.com/api/webhooks/', '[0-9]{17,20}/[A-Za-z0-9_-]{60,}'),
  form('Google', 'AIza', '[A-Za-z0-9_-]{35}'),
  form('Google', 'GOCSPX-', '[A-Za-z0-9_-]{28}'),
  form('Stripe', '[sr]k_live_', '[A-Za-z0-9]{24,}'),
  form('npm', 'npm_', '[A-Za-z0-9]{36}'),
  form('PyPI', 'pypi-', 'AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}'),
  form('SendGrid', 'SG\\.', '[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'),
  form('Telegram', '[0-9]{8,10}:', 'AA[A-Za-z0-9_-]{33}'),
  form('DigitalOcean', 'dop_v1_', '[0-9a-f]{64}'),
  form('Azure', 'AccountKey=', '[A-Za-z0-9/+]{86}=='),
];

/** After these words, with no letter before them, the mark. */
const ends = (begin: string, ...words: readonly string[]): TextSearch =>
  markWhere(begin, (text, at) =>
    words.some((word) => text.endsWith(word, at) && isApart(text, at - word.length)),
  );
/** The mark and one of these. */
const begins = (begin: string, ...words: readonly string[]): TextSearch =>
  markWhere(begin, (text, at) => words.some((word) => text.startsWith(word, at)));

/** What every form has some of, as it is written in JSON too; each is searched by its rarest character. */
export const SECRET_MARKS: readonly TextSearch[] = [
  ends('_', 'hf', 'api_org', 'ghp', 'gho', 'ghu', 'ghs', 'ghr', 'github_pat', 'npm', 'dop'),
  ends('_live_', 'sk', 'rk'),
  ends('-', 'sk', 'glpat', 'GOCSPX', 'pypi', ...[...'abeoprs'].map((kind) => `xox${kind}`)),
  begins('A', 'AKIA', 'ASIA', 'AIza', 'AccountKey='),
  begins('S', 'SG.'),
  begins('P', 'PRIVATE KEY'),
  begins('/', '/services', '/webhooks'),
  markWhere('AA', (text, at) => text[at - 1] === ':'),
  markWhere('J', (text, at) => text.startsWith('ey', at - 2)),
  markWhere('key', (text, at) => /(?:secret|access)_?$/.test(text.slice(Math.max(0, at - 7), at))),
  AT_SIGN,
];

const LETTER = /[A-Za-z]/;

/** No letter stands before a word, unless it is that of an escape. */
function isApart(text: string, at: number): boolean {
  if (!LETTER.test(text.charAt(at - 1))) return true;
  return text[at - 2] === '\\' || (text[at - 6] === '\\' && text[at - 5] === 'u');
}

/** Whether a text may hold one of the forms. */
export function mayHoldSecret(text: string): boolean {
  return text.length >= 12 && SECRET_MARKS.some((mark) => isIn(mark, text));
}

const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
const WEB_TOKEN = /(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{8,})\.(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{16,}/g;
const URL_PASSWORD = /:\/\/([^\s:/@"'<>`]{0,64}):([^\s/@"'<>`]{3,128})@([^\s/:"'<>`]{3,})/g;

/** Every secret of a known form in a text, in order; placeholders of the same form are left out. */
export function secretsIn(text: string): FoundSecret[] {
  const found = FORMS.flatMap((each) => ofForm(text, each));
  found.push(...privateKeys(text), ...webTokens(text), ...urlPasswords(text));
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

function privateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { index, 0: whole } of text.matchAll(PRIVATE_KEY)) {
    const start = index + whole.length;
    const end = text.indexOf('-----END', start);
    const body = /[A-Za-z0-9+/]{40,}/.exec(text.slice(start, end < 0 ? start + 500 : end));
    if (body === null || !looksRandom(body[0])) continue;
    const to = end < 0 ? start + body.index + body[0].length : end;
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
  if (!text.includes('://')) return found;
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
