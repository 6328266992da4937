/** E-mail addresses of persons in a text as `[from, to]`, without example domains, placeholders and role mailboxes. */
export function emailsIn(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  if (!text.includes('@')) return found;
  for (const { index, 0: domain } of text.matchAll(DOMAIN)) {
    const before = text.slice(Math.max(0, index - 80), index);
    const local = LOCAL.exec(before)?.[0] ?? '';
    const ahead = before.slice(0, before.length - local.length);
    if (local === '' || /@$|:\/\/\S*$|[A-Za-z0-9]$/.test(ahead)) continue;
    if (isPerson(local.toLowerCase()) && isRealDomain(domain.slice(1).toLowerCase()))
      found.push([index - local.length, index + domain.length]);
  }
  return found;
}

const DOMAIN =
  /@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9-]|\.[A-Za-z0-9]|:)/g;
const LOCAL = /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?$/;

/** Role mailboxes, service accounts, placeholders. */
const NOBODY =
  /^(?:(?:info|support|help|help-?desk|contact(?:us)?|sales|admin(?:istrator)?|webmaster|postmaster|no-?reply|do-?not-?reply|hello|hi|office|press|media|hr|jobs|careers|recruit(?:ing)?|team|services?|customer[._-]?(?:service|support|care)|cs|feedback|privacy|security|abuse|billing|marketing|newsletter|editor|mail|bookings?|reservations?|enquir(?:y|ies)|inquir(?:y|ies)|orders?|events?|registration|git|root|ubuntu|ec2-user|hg|svn)|(?:your|my)[._-]?[a-z]*(?:[._-][a-z]+)*|(?:you|user|username|name|someone|somebody|email|e-mail|address|test|tester|testuser|example|sample|foo|bar|baz|abc|xyz|xxx+|aaa+|asdf|id|recipient|sender|receiver|firstname[._-]?lastname|first[._-]last|placeholder)\d*)$/;

function isPerson(local: string): boolean {
  return !NOBODY.test(local);
}

/** Domains of addresses that do not exist; the first ones are reserved for that (RFC 2606, RFC 6761). */
const UNREAL =
  /(?:^|\.)(?:example\d*|test|invalid|localhost|local|internal|lan|(?:your|my|the)-?[a-z]*|domain|email|company|companyname|business|abc|abcd?e?f?|xyz|aaa+|xxx+|acme|sample|website|site|foo|bar|foobar|placeholder|fake|dummy|host|hostname|server|somewhere|provider|organization|school|university|testing|mailinator)(?:\.(?:com|org|net|edu|io|kr|co|uk|de|gov|co\.kr|co\.uk|ac\.kr))?$/;
/** Endings of files and of names in code, which are no domains. */
const NO_TOP_LEVEL =
  /\.(?:png|jpe?g|gif|svg|webp|js|ts|tsx|jsx|py|json|html|css|md|txt|java|cpp|route|get|post|property|setter|staticmethod)$/;

function isRealDomain(domain: string): boolean {
  return !UNREAL.test(domain) && !NO_TOP_LEVEL.test(domain) && !/(?:^|\.)example\./.test(domain);
}
