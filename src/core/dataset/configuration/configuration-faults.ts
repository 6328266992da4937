import { addSentences } from '../../text/catalogue.ts';
import { configurationMessages } from './messages.ts';
import { parseConfiguration, type ConfigurationFault } from './parse-configuration.ts';

addSentences(configurationMessages);

/** The faults of a tuning-fork.yaml, for whoever reports them. */
export function configurationFaults(text: string): readonly ConfigurationFault[] {
  return parseConfiguration(text).faults;
}
