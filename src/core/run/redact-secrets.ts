const mask = '••••';

// A lower-case `…_token` is most often a special token of a tokenizer. Each pattern keeps its first group, which says what was hidden.
const secrets: readonly RegExp[] = [
  /\b(hf_|api_org_)[A-Za-z0-9]{8,}/g,
  /\b(sk-|rk-|pk-)[A-Za-z0-9_-]{16,}/g,
  /\b(gh[opsur]_|github_pat_|glpat-|npm_|pypi-)[A-Za-z0-9_-]{16,}/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(AIza)[A-Za-z0-9_-]{30,}/g,
  /\b(xox[abposr]-)[A-Za-z0-9-]{10,}/g,
  /\b(Bearer |Basic )[A-Za-z0-9._~+/=-]{12,}/gi,
  /(:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
  /\b([A-Za-z0-9_]*(?:TOKEN|SECRET|PASSWORD|API_KEY|ACCESS_KEY|secret|password|api_key)["']?\s*[=:]\s*["']?)(?!hf_)[^\s"']{8,}/g,
];

const hubToken = /\bhf_[A-Za-z0-9]{20,}/;

/** The text with tokens, keys and passwords hidden; what kind each was stays readable. */
export function redactSecrets(text: string): string {
  return secrets.reduce((rest, pattern) => rest.replace(pattern, `$1${mask}`), text);
}

/** 1-based line of the first Hub token in a text; null if there is none. */
export function hubTokenLine(text: string): number | null {
  const found = hubToken.exec(text);
  return found === null ? null : text.slice(0, found.index).split('\n').length;
}
