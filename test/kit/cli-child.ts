// Started as a process of its own by a test that kills it: one command line, in the folder that the process is started in.
import process from 'node:process';
import { cli } from './cli-process.ts';

const { code } = await cli(process.cwd(), process.argv.slice(2));
process.exitCode = code;
