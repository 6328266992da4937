import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { compareMessages } from '../../core/compare/messages.ts';
import { comparePanelWords } from '../../core/compare/panel-words.ts';
import { conversationsWords } from '../../core/conversations/messages.ts';
import { reportPanelWords } from '../../core/dataset/report/panel-words.ts';
import { runScreenWords } from '../../core/run/screen-words.ts';
import { previewWords } from '../../core/template/preview-words.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { glossary } from '../../core/text/glossary.ts';
import type { Language, MessageArgs } from '../../core/text/message.ts';

addSentences(comparePanelWords, conversationsWords, previewWords, reportPanelWords, runScreenWords);

/** The words that the screens may use. */
export type WordId =
  | keyof typeof glossary
  | keyof typeof runScreenWords
  | keyof typeof previewWords
  | keyof typeof conversationsWords
  | keyof typeof compareMessages
  | keyof typeof comparePanelWords
  | keyof typeof reportPanelWords;

/** Gives a word or a sentence in the language of the page. */
export type Say = (id: WordId, args?: MessageArgs) => string;

function sayIn(language: Language): Say {
  return (id, args = {}) => formatMessage({ id, args }, language);
}

/** The language of the page, which VS Code decides. */
export const LanguageContext = createContext<Language>('en');

export function useSay(): Say {
  return sayIn(useContext(LanguageContext));
}

/** The language that the host wrote into the page, for what is shown before it answers. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
}
