// Prints what the linter counts in the shared corpora beside their counted facts, and why the two differ where they do, in Markdown.
// Exit code 1 if a difference has no reason.
//   npm run facts
import process from 'node:process';
import { compareFacts, factTable } from '../test/kit/facts/compare-facts.ts';
import { sharedCorpora } from '../test/kit/facts/shared-corpora.ts';

const folder = sharedCorpora();
if (folder === null) console.log('skipped: the counted facts (there are no shared corpora)');
else {
  const compared = await compareFacts(folder);
  console.log(factTable(compared));
  const unexplained = compared.filter(({ why }) => why === null);
  const differing = compared.filter(({ facts, ours }) => facts !== null && facts !== ours).length;
  console.log(`\n${compared.length} counts, ${differing} differ, ${unexplained.length} of them unexplained.`);
  process.exitCode = unexplained.length > 0 ? 1 : 0;
}
