import type { TokenOrigin } from '../../core/hub/token-source.ts';

/** What it takes to talk to a Hub. The token goes to this endpoint alone. */
export interface HubConnection {
  /** Without a slash at its end. */
  readonly endpoint: string;
  /** Null where nobody is signed in. It is never logged, stored or put into an argument list. */
  readonly token: string | null;
  /** Where the token comes from; absent or null where there is none. */
  readonly origin?: TokenOrigin | null;
  /** Time limit, retries of safe calls and sentences for refusals are in here: every call goes through it. */
  readonly fetch: typeof globalThis.fetch;
  /** Large files may be uploaded by the Xet protocol; absent: by Git LFS. */
  readonly xet?: boolean;
}
