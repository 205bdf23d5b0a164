// The page that Export writes: opens the generator inside, and lets a person play with it. Everything happens on this thread, an
// image at a time: a page that was opened as a file can have no worker of its own.
import './page.css';
import { classNameIn } from '../../core/classNames';
import { GanvasError } from '../../core/errors';
import { createRandom, normalArray } from '../../core/random';
import { inputRowsOf, readFacts, type WebPageFacts } from '../../exporters/webPage/facts';
import { unpackModel } from '../../exporters/webPage/packing';
import { FACTS_ID, MODEL_ID } from '../../exporters/webPage/html';
import { openPictures } from '../pictures';
import { openPlayer } from '../player';
import type { Images, Player } from '../types';
import { chooser } from './chooser';
import { button, element } from './dom';
import { gallery } from './gallery';
import { fit, paint, pngOf } from './picture';
import { picturesPage } from './pictures';
import { byReach } from './reach';
import { Show } from './show';
import { sliders } from './sliders';
import { speak, type Say } from './texts';

/** Time for finding out which numbers matter. */
const REACH_MS = 600;

const prefers = (query: string): MediaQueryList => matchMedia(`(prefers-${query})`);
const dark = prefers('color-scheme: dark');
const still = prefers('reduced-motion: reduce');
const { documentElement: root } = document;
const followTheme = (): void => void (root.dataset.theme = dark.matches ? 'dark' : 'light');

const inside = (id: string): string => document.getElementById(id)?.textContent ?? '';

/** On both sides together, as page.css has it. */
const FRAME_PADDING = 32;

interface Opened {
  readonly facts: WebPageFacts;
  readonly player: Player;
  readonly say: Say;
}

function save(canvas: HTMLCanvasElement, title: string): void {
  void pngOf(canvas).then((blob) => {
    if (!blob) return;
    const href = URL.createObjectURL(blob);
    element('a', { href, download: `${title}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000); // once the browser has read it
  });
}

/** Everything of the page, once the generator is open. */
function build({ facts, player, say }: Opened): HTMLElement {
  const { latent: size, choice, title } = facts;
  const [{ uint32 }, now] = [createRandom(Date.now(), performance.now()), () => performance.now()];
  const milliseconds = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 });
  const fresh = (): Float32Array => normalArray(size, uint32());
  const show = new Show(fresh, () => still.matches);
  const draw = (latent: Float32Array): Images => player.draw(inputRowsOf(facts, latent, show.chosen));

  const canvas = element('canvas', { className: 'picture' });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', say('picture'));
  const frame = element('div', { className: 'card frame' }, canvas);
  const figures = element('p', { className: 'quiet small' });
  let isDue = false;

  function drawNow(): void {
    const startedMs = now();
    paint(canvas, draw(show.latent));
    const time = milliseconds.format(now() - startedMs);
    const { width, height, runtime } = player;
    if (!show.isWalking) figures.textContent = say('figures', { width, height, time, runtime });
    numbers.follow(show.latent);
    fit(canvas, Math.min(frame.clientWidth, frame.clientHeight) - FRAME_PADDING);
    walk.textContent = say(show.isWalking ? 'stop' : 'walk');
  }
  function frameCame(): void {
    isDue = false;
    const goesOn = show.tick(now());
    drawNow();
    if (goesOn) due();
  }
  function due(): void {
    if (!isDue) requestAnimationFrame(frameCame);
    isDue = true;
  }
  const after =
    <A extends readonly unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      act(...args);
      due();
    };

  const walk = button(
    '',
    'button',
    after(() => show.walk(!show.isWalking, now())),
  );
  const order = byReach({ latent: show.latent, draw: (z) => draw(z).values, now, mostMs: REACH_MS });
  const numbers = sliders(
    order,
    say,
    after((index, value) => show.move(index, value)),
  );
  const others = gallery({ say, fresh, draw, choose: after((latent) => show.turnTo(latent, now())) });
  const buttons = [
    button(
      say('newPicture'),
      'button solid',
      after(() => show.next(now())),
    ),
    walk,
    button(say('save'), 'button', () => save(canvas, title)),
  ];
  const choose = after((index: number) => {
    show.chosen = index;
    others.redraw();
  });
  const isClass = choice?.kind === 'class';
  const names =
    choice?.names.map((number) =>
      isClass ? classNameIn(document.documentElement.lang, number) : say('generator', { number }),
    ) ?? [];
  const choices = choice ? [chooser(say(isClass ? 'whatItDraws' : 'whichDraws'), names, choose)] : [];
  addEventListener('resize', due);
  due();
  const about = [say('about'), say('made')].map((textContent) =>
    element('p', { className: 'quiet small', textContent }),
  );
  return element(
    'main',
    {},
    element('h1', { textContent: title }),
    element(
      'div',
      { className: 'stage' },
      frame,
      element('div', { className: 'buttons' }, ...buttons),
      ...choices,
    ),
    element('div', { className: 'side' }, numbers.element, others.element),
    element('footer', {}, about[0], figures, about[1]),
  );
}

async function start(): Promise<void> {
  const { tag, say } = speak(navigator.languages);
  root.lang = tag;
  followTheme();
  dark.addEventListener('change', followTheme);
  try {
    const facts = readFacts(inside(FACTS_ID));
    document.title = facts.title;
    const model = unpackModel(inside(MODEL_ID), facts.packing);
    const { picture, title } = facts;
    document.body.append(
      picture
        ? picturesPage({
            ...{ facts, picture, say, player: await openPictures(model, facts) },
            save: (canvas) => save(canvas, title),
          })
        : build({ facts, player: await openPlayer(model), say }),
    );
  } catch (error) {
    const textContent = error instanceof Error ? error.message : String(error);
    // What exactly, readers and browsers say in English.
    const detail = element('p', { className: 'quiet small', lang: 'en', textContent });
    const what = error instanceof GanvasError ? [element('p', { textContent: say('damaged') })] : [];
    const alert = element('div', {}, element('h1', { textContent: say('broken') }), ...what, detail);
    alert.setAttribute('role', 'alert');
    document.body.append(element('main', {}, alert));
  }
}

void start();
