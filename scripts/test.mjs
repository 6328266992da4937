// Runs every suite, right after a clone: installs what is missing first.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/run-tests.ts');
