// An exported page opened from its text, as the page itself opens what it holds: for proving it.
import type { OpenedPage } from '../exporters/prove';
import { readWebPage } from '../exporters/webPage/html';
import { openPictures } from './pictures';
import { openPlayer } from './player';

/** @throws DamagedPageError; see `openPlayer` */
export async function openWebPage(html: string): Promise<OpenedPage> {
  const { facts, model } = readWebPage(html);
  if (facts.picture) {
    const painter = await openPictures(model, facts);
    return { draw: (inputs) => painter.paint(inputs), dispose: () => painter.dispose() };
  }
  const player = await openPlayer(model);
  return { draw: (inputs) => player.draw(inputs).values, dispose: () => player.dispose() };
}
