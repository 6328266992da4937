import { formatError } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import { displayLanguage } from './settings.ts';

/** What a page shows in place of what it was opened for: one sentence. */
interface FailedView {
  readonly kind: 'failed';
  readonly language: Language;
  readonly sentence: string;
}

/** A page's view, or the sentence that says why there is none. */
export async function viewOrFailure<View>(view: Promise<View>): Promise<View | FailedView> {
  try {
    return await view;
  } catch (error) {
    const language = displayLanguage();
    return { kind: 'failed', language, sentence: formatError(error, language) };
  }
}

/** Answers a page's call when its work is done; what went wrong is told to the user by the host, never by the page. */
export function answering(
  onError: (error: unknown) => void,
): (work: Promise<void> | undefined) => Promise<undefined> {
  return async (work) => {
    await work?.catch(onError);
    return undefined;
  };
}
