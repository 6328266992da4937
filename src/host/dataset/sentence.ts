import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage } from '../kit/settings.ts';

/** A sentence of the Datasets view in the user's language. */
export function sentence(id: string, args: Record<string, string | number> = {}): string {
  return formatMessage({ id, args }, displayLanguage());
}
