// Opens altered links as the page does: whatever stands in one, nothing throws, each word of it is taken or listed by its name, what
// is said is a sentence in every language, and a locked link stays locked. Run by scripts/fuzzLinks.ts.
import { createRandom } from '../../core/random';
import { chooseToSpeak } from '../../i18n/language';
import { LANGUAGE_IDS } from '../../i18n/languages';
import { inWords } from '../../stores/catalogueWords';
import { alteredLink } from './alteredLinks';
import { BY_ACCIDENT, readAltered, withoutQuotes } from './readAltered';

/** Faults that are printed. */
const MOST_PRINTED = 60;

/** Sentences that stay English in another language, or come to something that is no sentence. */
async function unspoken(reasons: ReadonlySet<string>): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGE_IDS.filter((id) => id !== 'en')) {
    await chooseToSpeak(language);
    for (const reason of reasons) {
      const said = inWords(reason);
      if (said === reason || BY_ACCIDENT.test(withoutQuotes(said))) faults.push(`${language} says ${said}`);
    }
  }
  await chooseToSpeak('en');
  return faults;
}

/** What became of them, and each fault with the link that it was found in. */
export async function readAlteredLinks(
  count: number,
  seed: number,
): Promise<{ readonly counted: string; readonly broken: readonly string[] }> {
  const ways = new Map<string, number>();
  const reasons = new Set<string>();
  const broken: string[] = [];
  let [locked, listed] = [0, 0];
  for (let i = 0; i < count; i++) {
    const link = alteredLink(createRandom(seed, i));
    const [way] = link.how.split(':');
    ways.set(way, (ways.get(way) ?? 0) + 1);
    const about = `${i} (${link.how}) ${link.search}${link.hash}`.slice(0, 600);
    try {
      const { faults, leftOut, isLocked } = readAltered(link);
      broken.push(...faults.map((fault) => `${fault}\n  in ${about}`));
      for (const { reason } of leftOut) if (reason !== '') reasons.add(reason);
      locked += Number(isLocked);
      listed += Number(leftOut.length > 0);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      broken.push(`throws ${what}\n  in ${about}`);
    }
  }
  broken.push(...(await unspoken(reasons)));
  const byWay = [...ways].toSorted(([, a], [, b]) => b - a).map(([what, n]) => `${n} ${what}`);
  const counted = `${count} links (seed ${seed}): ${byWay.join(', ')}
${locked} locked, ${listed} with something listed, ${reasons.size} sentences`;
  return { counted, broken };
}

/** @throws Error where one of the links was lost, opened, or said something that is no sentence */
export async function fuzzLinks(count: number, seed: number): Promise<void> {
  const { counted, broken } = await readAlteredLinks(count, seed);
  console.log(counted);
  if (broken.length > 0)
    throw new Error(`${broken.length} broke:\n${broken.slice(0, MOST_PRINTED).join('\n')}`);
}
