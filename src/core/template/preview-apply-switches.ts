import type { PreviewSwitches } from './preview-switches.ts';
import { parsePythonJson } from './python-json.ts';
import type { RenderSettings } from './render-chat-template.ts';
import { PyDict } from './values/dict.ts';

/**
 * Puts the switches over the data of a row, which are changed.
 * @throws {JsonFault} if a value is no JSON
 */
export function applySwitches(
  data: PyDict,
  switches: PreviewSwitches,
): Pick<RenderSettings, 'addGenerationPrompt' | 'continueFinalMessage'> {
  const { addGenerationPrompt, continueFinalMessage, tools, variables } = switches;
  if (tools.kind === 'none') data.setText('tools', null);
  if (tools.kind === 'file') data.setText('tools', parsePythonJson(tools.json));
  if (Object.keys(variables).length > 0) data.setText('kwargs', withVariables(data, variables));
  return { addGenerationPrompt, continueFinalMessage };
}

function withVariables(data: PyDict, variables: PreviewSwitches['variables']): PyDict {
  const own = data.getText('kwargs');
  const kwargs = own instanceof PyDict ? own.copy() : new PyDict();
  for (const [name, json] of Object.entries(variables)) {
    if (json === null) kwargs.delete(name);
    else kwargs.setText(name, parsePythonJson(json));
  }
  return kwargs;
}
