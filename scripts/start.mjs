// Opens Tuning Fork on its sample project, right after a clone: installs what is missing first.
import { ensurePackages, handOver } from './packages.mjs';

ensurePackages();
handOver('scripts/start-session.ts');
