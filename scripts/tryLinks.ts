// npm run try:links -- [links] [seed]: opens that many altered links in the built page in Chromium, one after the other, and ends with
// 1 where the console speaks, something is lost or a lock opens (scripts/linksInPage.ts). Without a browser: npm run fuzz:links.
import { runThroughVite } from './runThroughVite';

const [links = '60', seed = '1'] = process.argv.slice(2);
await runThroughVite('/scripts/linksInPage.ts', 'tryLinksInPage', Number(links), Number(seed));
