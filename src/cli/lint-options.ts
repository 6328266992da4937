import { ruleById } from '../core/dataset/rule-set.ts';
import { ruleSettings as schema, type RuleSettings } from '../core/dataset/rule-settings.ts';
import type { MessageArgs } from '../core/text/message.ts';
import * as v from 'valibot';
import { stringOption, stringOptions, UsageError, type CommandArguments } from './command.ts';

/** @throws {UsageError} on a `--rule` that is no rule or no severity. */
export function ruleSettings(args: CommandArguments): RuleSettings {
  const settings: Record<string, string> = {};
  for (const setting of stringOptions(args, 'rule')) {
    const [id = '', severity] = setting.split('=', 2);
    if (severity === undefined) throw misuse('dataset.lint.bad-rule-setting', { setting });
    if (ruleById(id) === undefined) throw misuse('dataset.lint.unknown-rule', { rule: id });
    if (!v.is(schema, { [id]: severity })) throw misuse('dataset.lint.bad-rule-setting', { setting });
    settings[id] = severity;
  }
  return v.parse(schema, settings);
}

/** The number of `--max-warnings`; null if it was not given. */
export function maxWarnings(args: CommandArguments): number | null {
  const value = stringOption(args, 'max-warnings');
  if (value === undefined) return null;
  if (!/^\d{1,15}$/.test(value)) throw misuse('dataset.lint.bad-max-warnings', { value });
  return Number(value);
}

/** The number of `--threads`; 1 if it was not given. */
export function threadCount(args: CommandArguments): number {
  const value = stringOption(args, 'threads') ?? '1';
  if (!/^[1-9]\d?$/.test(value)) throw misuse('dataset.lint.bad-threads', { value });
  return Number(value);
}

function misuse(id: string, args: MessageArgs): UsageError {
  return new UsageError({ id, args });
}
