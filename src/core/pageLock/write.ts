// A lock as words of an address: `lock=fix&allow=seed,steps&panels=charts,log&budget=500steps&note=…`. The word that says that
// there is a lock comes first, so that a link that was cut off has lost something else. Read back by pageLock/read.
import { CONTROL_RIGHTS, PANELS, type PageLock, type PauseEvery } from './define';

/** No part shows but the picture. */
export const NO_PANELS = 'none';

export const writeBudget = (every: PauseEvery): string =>
  'steps' in every ? `${every.steps}steps` : `${every.minutes}min`;

/** Commas stay commas, for people who read addresses. */
const written = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');

/** Ends without `&`. */
export function writePageLock({ others, rights, panels, pauseEvery, note }: PageLock): string {
  const words: [string, string][] = [['lock', others]];
  for (const right of CONTROL_RIGHTS) {
    const names = Object.keys(rights).filter((key) => rights[key] === right && right !== others);
    if (names.length > 0) words.push([right, names.join(',')]);
  }
  if (panels.length < PANELS.length) words.push(['panels', panels.length > 0 ? panels.join(',') : NO_PANELS]);
  if (pauseEvery) words.push(['budget', writeBudget(pauseEvery)]);
  if (note !== '') words.push(['note', note]);
  return words.map(([name, value]) => `${name}=${written(value)}`).join('&');
}
