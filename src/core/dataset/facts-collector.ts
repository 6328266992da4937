import type { CollectedFacts, FileReport, RowCollector } from './rule.ts';

/** What is kept of rows, and what is said of it when all are there. */
export interface ReportedFacts extends CollectedFacts {
  end(report: FileReport): void;
}

/** A collector that takes nothing from a row but its facts. */
export function factsCollector(facts: ReportedFacts): RowCollector {
  return {
    facts,
    add(row) {
      const words = facts.read(row);
      if (words !== null) facts.add(row.number, words);
    },
    end: (report) => facts.end(report),
  };
}
