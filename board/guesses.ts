// npm run try:guesses -- [seconds] [connections]: how many wrong tokens a second lighttpd checks, as install.sh sets it up, asked
// over so many connections at once, what each costs, and how long guessing tokens would take by that. lighttpd bounds requests by
// no address: that it checks one after the other, slowly, and that tokens are long, bounds guessing.
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { serverMisses, TOKEN } from './serverFacts';
import { startBoard } from './serverHarness';

const [seconds, connections] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 32)];
const SECONDS_A_YEAR = 365.25 * 24 * 3600;

/** Kinds of tokens by their bits; at least 16 characters are asked for. */
const TOKENS = [
  ['40 random digits of base 16, as ganvas-token makes them', 160],
  ['16 random letters and digits', 16 * Math.log2(62)],
  ['16 random digits', 16 * Math.log2(10)],
] as const;

if (serverMisses.lighttpd) {
  console.log(`lighttpd ${serverMisses.lighttpd}`);
  process.exit(0);
}
const board = await startBoard('lighttpd', '--token', TOKEN);
const agent = new Agent({
  keepAlive: true,
  maxSockets: connections,
  ca: await readFile(join(board.folder, 'etc/ganvas/tls/board.pem')),
});

const guess = (token: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: board.httpsPort, path: '/models/kiosk.json', method: 'PUT', agent };
    const headers = { Authorization: `Basic ${Buffer.from(`ganvas:${token}`).toString('base64')}` };
    const asked = request({ ...to, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });

let guesses = 0;
const before = board.processorMs();
const began = performance.now();
const until = began + 1000 * seconds;
await Promise.all(
  Array.from({ length: connections }, async (_, i) => {
    for (let n = 0; performance.now() < until; n++) {
      const status = await guess(`guess-${i}-${n}-of-the-token`);
      if (status !== 401) throw new Error(`A guess was answered ${status}.`);
      guesses++;
    }
  }),
);
const rate = (1000 * guesses) / (performance.now() - began);
const cost = (board.processorMs() - before) / guesses;
/** lighttpd has one process: it can check no more, however quiet the machine. */
const most = 1000 / cost;
agent.destroy();
await board.stop();

console.log(
  `lighttpd: ${rate.toFixed(1)} guesses a second over ${connections} connections, ${cost.toFixed(1)} ms of a core each: at most ${most.toFixed(0)} a second`,
);
for (const [kind, bits] of TOKENS) {
  const years = bits - 1 - Math.log2(most * SECONDS_A_YEAR);
  console.log(`  ${kind} (${bits.toFixed(0)} bits): 2^${years.toFixed(0)} years until one in two is guessed`);
}
process.exit(0);
