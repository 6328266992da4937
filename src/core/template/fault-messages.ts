import { fillIn, type SpokenArgs } from '../text/message.ts';
import { templateMessages } from './messages.ts';
import { TemplateFault } from './template-fault.ts';

type MessageId = keyof typeof templateMessages;

/** A fault of this engine's own, as opposed to one of Python's: its sentence exists in both languages. */
export function ownFault(kind: 'Limit' | 'Unsupported', id: MessageId, args: SpokenArgs = {}): TemplateFault {
  return new TemplateFault(kind, fillIn(templateMessages[id].en, args), null, { id, args });
}

/** For what Python can do and this engine cannot: refuses rather than render something else. */
export function unsupported(what: string, offset: number): never {
  const fault = ownFault('Unsupported', 'template.unsupported', { what });
  fault.offset = offset;
  throw fault;
}
