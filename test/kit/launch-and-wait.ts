// Started as a process of its own by a test that kills it: launches a run, prints its directory, and holds on to it.
import process from 'node:process';
import { LocalLauncher } from '../../src/node/run/local-launcher.ts';
import type { LaunchRequest } from '../../src/node/run/launch-request.ts';

const [pythonFolder, request] = process.argv.slice(2);
const launcher = new LocalLauncher({ python: pythonFolder ?? '' });
const handle = await launcher.launch(JSON.parse(request ?? '') as LaunchRequest);
process.stdout.write(`${handle.directory}\n`);
await handle.ended;
