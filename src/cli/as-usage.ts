import { HumanError } from '../core/text/human-error.ts';
import { UsageError } from './command.ts';

/**
 * What is wrong with the command line itself, such as a run that is not there: exit 2.
 * @param isUsage which sentences are; all by default
 * @throws {UsageError} in place of those
 */
export async function asUsage<T>(
  found: Promise<T>,
  isUsage: (message: string) => boolean = () => true,
): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof HumanError && isUsage(error.detail.id))
      throw new UsageError(error.detail, { cause: error });
    throw error;
  }
}
