import { dirname } from 'node:path';
import { ConfigurationUse } from '../core/dataset/configuration/configuration-use.ts';
import { lintConfiguration } from '../core/dataset/configuration/lint-configuration.ts';
import { configurationMessages } from '../core/dataset/configuration/messages.ts';
import type { FileIgnore } from '../core/dataset/configuration/ignores-for.ts';
import type { KnownBeside } from '../core/dataset/shared-work.ts';
import type { LintedFile } from '../core/dataset/findings/finding.ts';
import { RuleSet, type RuleChoice } from '../core/dataset/rule-set.ts';
import { addSentences } from '../core/text/catalogue.ts';
import {
  configurationOf,
  Configurations,
  type FoundConfiguration,
} from '../node/dataset/configuration/configurations.ts';

addSentences(configurationMessages);

/** How one file is linted: what the command line says wins over its tuning-fork.yaml. */
export interface FileChoice extends RuleChoice, KnownBeside {
  readonly ignores: readonly FileIgnore[];
}

/** The tuning-fork.yaml files of the datasets that are linted, and what became of their entries. */
export class LintConfigurations {
  readonly #configurations: Configurations;
  readonly #choice: RuleChoice;
  readonly #uses = new Map<FoundConfiguration, ConfigurationUse>();

  /** @param root folder up to which they are looked for, absolute */
  constructor(root: string, choice: RuleChoice) {
    this.#configurations = new Configurations(root);
    this.#choice = choice;
  }

  /** Lints a file as its configuration says. @param file absolute */
  async lint(file: string, lint: (choice: FileChoice) => Promise<LintedFile>): Promise<LintedFile> {
    const found = await this.#configurations.of(file);
    const { rules, ignores } = configurationOf(found, file);
    const choice = { ...this.#choice, rules: { ...rules, ...this.#choice.rules }, ignores };
    const linted = await lint(choice);
    if (found !== null) this.#useOf(found).file(ignores, linted, new RuleSet(choice));
    return linted;
  }

  /**
   * The configurations in which there is something to say, in order.
   * @param shown how a path is shown
   * @param isWhole whether all files below a folder were linted
   */
  findings(shown: (file: string) => string, isWhole: (folder: string) => boolean): LintedFile[] {
    return [...this.#uses]
      .map(([found, use]) => {
        const { rules } = found.parsed;
        const set = new RuleSet({ ...this.#choice, rules: { ...rules, ...this.#choice.rules } });
        const { path, text, parsed } = found;
        const unused = use.unused(isWhole(dirname(path)));
        return lintConfiguration({ path: shown(path), text, parsed, unused }, set);
      })
      .filter(({ findings }) => findings.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #useOf(found: FoundConfiguration): ConfigurationUse {
    const known = this.#uses.get(found) ?? new ConfigurationUse();
    this.#uses.set(found, known);
    return known;
  }
}
