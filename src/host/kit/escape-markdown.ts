/** Text as plain words of Markdown. `appendText` would keep them from wrapping: it makes every space one that does not break. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&');
}
