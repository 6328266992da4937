import type { Message, MessageArgs } from './message.ts';

/**
 * A failure that is fit to show: one sentence with its cause and its cure, as a message id of the catalogue.
 * Anything thrown that is no HumanError is a bug of ours and is logged with its stack.
 */
export class HumanError extends Error {
  readonly detail: Message;

  constructor(id: string, args: MessageArgs = {}, options?: ErrorOptions) {
    super(`${id} ${JSON.stringify(args)}`, options);
    this.name = 'HumanError';
    this.detail = { id, args };
  }
}
