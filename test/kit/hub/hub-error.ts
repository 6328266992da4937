/** An answer that is no success, thrown anywhere below a route. */
export class HubError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the body says besides the message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}, details = {}) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = { 'X-Error-Message': headerSafe(message), ...headers };
  }
}

/** The Hub names the kind of what is missing, and its clients go by the name. */
export function missing(code: 'RepoNotFound' | 'RevisionNotFound' | 'EntryNotFound', message: string) {
  return new HubError(404, message, { 'X-Error-Code': code });
}

/** Both the answer to nobody and to a private repository's stranger without a token. */
export function signInFirst(headers: Readonly<Record<string, string>> = {}): HubError {
  return new HubError(401, 'Invalid username or password.', headers);
}

function headerSafe(text: string): string {
  return text.replace(/[^ -~]/g, '?');
}
