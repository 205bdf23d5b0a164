// npm run fuzz:links -- [links] [seed]: reads that many altered links as the page does, and ends with 1 where one throws, loses
// something without saying so, says what is no sentence, or opens what was locked. What is tried stands in src/testing/links.
import { runThroughVite } from './runThroughVite';

const [links = '2000', seed = '1'] = process.argv.slice(2);
await runThroughVite('/src/testing/links/fuzzLinks.ts', 'fuzzLinks', Number(links), Number(seed));
