/** What a row as a whole says of the gaps in its texts: asked once for all of them, since the row is longer than each. */
export class RowGaps {
  readonly #text: string;
  #isAboutTemplates: boolean | null = null;
  #asksForAForm: boolean | null = null;
  #counts: ReadonlyMap<string, number> | null = null;

  /** @param text the JSON text of the row */
  constructor(text: string) {
    this.#text = text;
  }

  get isAboutTemplates(): boolean {
    return (this.#isAboutTemplates ??= ABOUT_TEMPLATES.test(this.#text));
  }

  get asksForAForm(): boolean {
    return (this.#asksForAForm ??= ASKS_FOR_A_FORM.test(this.#text));
  }

  /** How often a gap between brackets stands in the row. */
  countOf(gap: string): number {
    this.#counts ??= countsOf(this.#text);
    return this.#counts.get(gap) ?? 0;
  }
}

/** How often each short text between square or angle brackets, with them and none within, stands in a text. */
export function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pattern of BRACKETED)
    for (const [whole] of text.matchAll(pattern)) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  return counts;
}

/** Longer ones are no gaps. */
const BRACKETED = [/\[[^\][]{1,60}\]/g, /<[^<>]{1,60}>/g];

/** Words that tell that braces are what the row is about, or code. */
const ABOUT_TEMPLATES =
  /jinja|handlebars|mustache|\bvue|angular|templat|템플릿|helm|liquid|django|flask|workflow|actions|ansible|terraform|f-string|\{%|\\\\frac|html|```|python|javascript|코드/i;
const ASKS_FOR_A_FORM =
  /templat|sample|\bforms?\b|format|placeholder|fill|blank|양식|서식|템플릿|예시|빈칸|틀을/i;
