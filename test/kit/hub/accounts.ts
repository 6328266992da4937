import { createHash, randomInt } from 'node:crypto';

export interface AccountOptions {
  readonly name?: string;
  readonly orgs?: readonly string[];
  /** Whether the account has a way to pay for jobs. */
  readonly canPay?: boolean;
}

/** Someone with a token. */
export interface Account {
  readonly name: string;
  readonly orgs: readonly string[];
  readonly canPay: boolean;
  readonly token: string;
}

const tokenLetters = 34;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function makeAccount(options: AccountOptions = {}): Account {
  return {
    name: options.name ?? 'tuner',
    orgs: options.orgs ?? ['tuners'],
    canPay: options.canPay ?? true,
    token: `hf_${Array.from({ length: tokenLetters }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
  };
}

/** Whether an account may write below a namespace, and read what is private there. */
export function owns(account: Account | null, namespace: string): boolean {
  return account !== null && (account.name === namespace || account.orgs.includes(namespace));
}

/** 24 hexadecimal digits that stay the same for a name, as the Hub's ids do. */
export function stableId(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}

/** The answer of whoami-v2. */
export function whoAmI(account: Account, role: 'write' | 'read'): object {
  return {
    type: 'user',
    id: stableId(account.name),
    name: account.name,
    fullname: account.name,
    email: `${account.name}@example.org`,
    emailVerified: true,
    canPay: account.canPay,
    isPro: false,
    billingMode: 'prepaid',
    periodEnd: null,
    avatarUrl: '/avatars/simulated.svg',
    orgs: account.orgs.map((name) => ({
      type: 'org',
      id: stableId(name),
      name,
      fullname: name,
      email: null,
      canPay: account.canPay,
      periodEnd: null,
      avatarUrl: '/avatars/simulated.svg',
      roleInOrg: role,
      isEnterprise: false,
    })),
    auth: {
      type: 'access_token',
      accessToken: { displayName: 'simulated', role, createdAt: '2026-01-01T00:00:00.000Z' },
    },
  };
}
