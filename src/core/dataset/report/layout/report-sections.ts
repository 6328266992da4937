import { lengthsSection, scriptsSection, turnsSection } from './counts-sections.ts';
import { findingsSection } from './findings-section.ts';
import { ignoredSection } from './ignored-section.ts';
import type { ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';
import { biasSection, duplicatesSection, reviewSection } from './review-sections.ts';
import { trainingSection } from './training-section.ts';

/** The parts of a report that have something to say. */
export function reportSections(view: ReportView): ReportSection[] {
  const sections = [
    findingsSection(view),
    lengthsSection(view),
    turnsSection(view),
    scriptsSection(view),
    duplicatesSection(view),
    reviewSection(view),
    biasSection(view),
    ignoredSection(view),
    trainingSection(view),
  ];
  return sections.filter((section) => section !== null);
}
