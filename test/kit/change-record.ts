// Started as a process of its own by a test: changes run.json again and again while the test does.
import process from 'node:process';
import { changeRunRecord } from '../../src/node/run/run-directory.ts';

const [directory = '', count = ''] = process.argv.slice(2);
process.send?.('changing');
for (let number = 0; number < Number(count); number++) {
  await changeRunRecord(directory, { [`there-${number}`]: true });
}
process.disconnect();
