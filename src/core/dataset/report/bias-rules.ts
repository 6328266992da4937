/** Rules that list words for a person to read: what they find is a list of its own in a report, and none of its findings. */
export const BIAS_RULES: readonly string[] = ['group-and-trait', 'slur'];
