import { useEffect, useState } from 'preact/hooks';

const tokens = {
  trained: '--tf-trained',
  raw: '--tf-raw',
  heldOut: '--tf-held-out',
  cut: '--tf-cut',
  dropped: '--tf-dropped',
  info: '--vscode-editorInfo-foreground',
  grid: '--tf-grid',
  axis: '--tf-axis',
  muted: '--tf-muted',
  foreground: '--vscode-foreground',
  background: '--vscode-editor-background',
} as const;

/** The colours of the theme as a canvas takes them, and the font of its words. */
export type ChartColors = Readonly<Record<keyof typeof tokens | 'font', string>>;

/** Reads the theme where an element stands. Mixed colours are worked out by the browser, on an element that is seen by none. */
export function readChartColors(element: HTMLElement): ChartColors {
  const probe = document.createElement('span');
  element.append(probe);
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return style.color;
  };
  const colors = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)]));
  const font = `12px ${style.fontFamily}`;
  probe.remove();
  return { ...colors, font } as ChartColors;
}

/** Counts the changes of VS Code's theme, which come as classes of the body and variables of the document. */
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setVersion((version) => version + 1));
    observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
    observer.observe(document.body, { attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, []);
  return version;
}
