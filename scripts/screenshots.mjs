// Takes pictures of the first ten minutes with Tuning Fork, in every theme, with a real training run.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/screenshots.ts');
