import { templateVariables } from '../../core/template/language/template-variables.ts';
import type { SwitchVariable } from '../../core/template/preview-rendering.ts';
import { printPythonJson } from '../../core/template/print-python-json.ts';
import { PyDict } from '../../core/template/values/dict.ts';

let known: { readonly template: string; readonly own: readonly Omit<SwitchVariable, 'ofRow'>[] } | null =
  null;

/** The variables that a template reads besides those that it always gets, with the values that a row's data give them. */
export function switchVariables(template: string, data: PyDict): SwitchVariable[] {
  const kwargs = data.getText('kwargs');
  return ownVariables(template).map((variable) => {
    const value = kwargs instanceof PyDict ? kwargs.getText(variable.name) : undefined;
    return { ...variable, ofRow: value === undefined ? null : printPythonJson(value) };
  });
}

/** The template is analysed once as long as rows are rendered with the same one. */
function ownVariables(template: string): readonly Omit<SwitchVariable, 'ofRow'>[] {
  if (known?.template !== template) {
    const own = templateVariables(template)
      .filter(({ kind }) => kind === 'own')
      .map(({ name, tested }) => ({ name, tested }));
    known = { template, own };
  }
  return known.own;
}
