/** Rules that list words for a person to read: a report lists what they find apart from its findings. */
export const BIAS_RULES: readonly string[] = ['group-and-trait', 'slur'];
