// Runs every benchmark of test/bench, or those that are named, and prints what they measured.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/run-benchmarks.ts');
