import { printPythonJson } from './print-python-json.ts';
import { JsonFault, parsePythonJson } from './python-json.ts';
import type { RenderRequest } from './render-request.ts';
import { PyDict } from './values/dict.ts';

/**
 * A request as one line of `render --batch`, in ASCII and without its line end: the reverse of `answerBatchLine`.
 * @throws {JsonFault} if the data of the request are no JSON object
 */
export function batchLine(request: RenderRequest): string {
  const data = parsePythonJson(request.data);
  if (!(data instanceof PyDict)) throw new JsonFault('the data of a request is no object', 0);
  const line = new PyDict();
  line.setText('template', request.template);
  for (const name of ['messages', 'tools', 'documents', 'kwargs']) {
    line.setText(name, data.getText(name) ?? null);
  }
  line.setText('add_generation_prompt', request.addGenerationPrompt ?? false);
  line.setText('continue_final_message', request.continueFinalMessage ?? false);
  line.setText('now', request.now);
  for (const [name, token] of Object.entries(request.specialTokens ?? {})) line.setText(name, token);
  return printPythonJson(line, true);
}
