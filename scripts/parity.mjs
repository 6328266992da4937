// Compares the template engine with Python's transformers: all real templates at hand, then generated ones.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/run-parity.ts');
