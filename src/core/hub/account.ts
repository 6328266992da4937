import * as v from 'valibot';

/** What a token may do: the Hub's roles; null where it names another (a browser login, a contributor's token). */
export type TokenRole = 'read' | 'write' | 'admin' | 'fine-grained' | null;

/** Whose token it is, and what it may do. */
export interface HubAccount {
  readonly name: string;
  /** Where repositories can be made: the user's own name first, then organizations. */
  readonly namespaces: readonly string[];
  readonly role: TokenRole;
  /** Whether it may write to repositories; null where that cannot be told before it is tried. */
  readonly canWrite: boolean | null;
}

const scope = v.object({ permissions: v.optional(v.array(v.string()), []) });

/** GET /api/whoami-v2, as far as we use it. */
export const whoAmIAnswer = v.object({
  name: v.string(),
  orgs: v.optional(v.array(v.object({ name: v.string() })), []),
  auth: v.optional(
    v.object({
      accessToken: v.optional(
        v.object({
          role: v.optional(v.string()),
          fineGrained: v.optional(v.object({ scoped: v.optional(v.array(scope)) })),
        }),
      ),
    }),
  ),
});
export type WhoAmIAnswer = v.InferOutput<typeof whoAmIAnswer>;

const roles: Readonly<Record<string, TokenRole>> = {
  read: 'read',
  write: 'write',
  admin: 'admin',
  fineGrained: 'fine-grained',
};

/** Reads the Hub's answer. A fine-grained token may write where one of its scopes has `repo.write`. */
export function accountOf({ name, orgs, auth }: WhoAmIAnswer): HubAccount {
  const token = auth?.accessToken;
  const role = roles[token?.role ?? ''] ?? null;
  return {
    name,
    namespaces: [name, ...orgs.map((each) => each.name)],
    role,
    canWrite:
      role === null ? null : role === 'fine-grained' ? mayWrite(token?.fineGrained?.scoped) : role !== 'read',
  };
}

function mayWrite(
  scopes: readonly { readonly permissions: readonly string[] }[] | undefined,
): boolean | null {
  return scopes === undefined ? null : scopes.some((each) => each.permissions.includes('repo.write'));
}
