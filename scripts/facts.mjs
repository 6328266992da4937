// Holds what the linter counts against the counted facts of the shared corpora.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/print-facts.ts');
