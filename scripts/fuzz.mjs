// Holds the linter to its claims on dataset files that chance has broken.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/run-fuzz.ts');
