// `tsx bench/dawnWorker.ts engine|stockTfjs [software]`: a worker of the bench's page in a process of Node, with Dawn as its WebGPU.
// Requests and answers are lines of JSON; peers/dawnWorker.ts asks.
import { runThroughVite } from '../scripts/runThroughVite';

const [kind, software] = process.argv.slice(2);
await runThroughVite('/bench/peers/inDawn.ts', 'answerLines', kind, software === 'software');
