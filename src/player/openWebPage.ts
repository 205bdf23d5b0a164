// An exported page opened from its text, as the page itself opens what it holds: for proving it.
import type { OpenedPage } from '../exporters/prove';
import { readWebPage } from '../exporters/webPage/html';
import { openPlayer } from './player';

/** @throws DamagedPageError; see `openPlayer` */
export async function openWebPage(html: string): Promise<OpenedPage> {
  const player = await openPlayer(readWebPage(html).model);
  return { draw: (inputs) => player.draw(inputs).values, dispose: () => player.dispose() };
}
