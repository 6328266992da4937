const TOKEN = /\bhf_[A-Za-z0-9]{8,}|\b(?:sk|wandb_v1)[-_][A-Za-z0-9_-]{16,}/g;

/** Whether a text holds something that looks like an access token. */
export function holdsToken(text: string): boolean {
  TOKEN.lastIndex = 0;
  return TOKEN.test(text);
}

/** The text with every token replaced, so that no sentence repeats one. */
export function redactTokens(text: string): string {
  return text.replaceAll(TOKEN, '[token]');
}
