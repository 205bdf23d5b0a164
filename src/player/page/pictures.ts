// The page of a network that takes a picture: one is chosen, dropped or pasted, or comes from the camera, and what is made of it, or
// named in it, stands beside it. Nothing leaves the page.
import { classNameIn } from '../../core/classNames';
import type { PictureFacts, WebPageFacts } from '../../exporters/webPage/facts';
import type { Seen } from '../../protocol/kiosk';
import type { PicturePlayer } from '../pictures';
import { camera } from './camera';
import { button, element } from './dom';
import { ownPicture, pictureIn } from './ownPicture';
import { fit, paintBytes } from './picture';
import { shares } from './shares';
import type { Say } from './texts';

interface Opened {
  readonly facts: WebPageFacts;
  readonly picture: PictureFacts;
  readonly player: PicturePlayer;
  readonly say: Say;
  readonly save: (canvas: HTMLCanvasElement) => void;
}

/** On both sides together, as page.css has it. */
const FRAME_PADDING = 32;

/** A picture of these sides in a frame of their ratio; nothing is in it at first. */
function framed(title: string, height: number, width: number) {
  const canvas = element('canvas', { className: 'picture', hidden: true });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', title);
  const frame = element('div', { className: 'card frame' }, canvas);
  frame.style.aspectRatio = `${width} / ${height}`;
  const figure = element('section', { className: 'shown' }, element('h2', { textContent: title }), frame);
  const fitNow = (): void => {
    const [across, down] = [frame.clientWidth - FRAME_PADDING, frame.clientHeight - FRAME_PADDING];
    if (!canvas.hidden) fit(canvas, Math.min(across / width, down / height) * Math.max(width, height));
  };
  const show = (bytes: Uint8Array): void => {
    canvas.hidden = false;
    paintBytes(canvas, bytes, height, width);
    fitNow();
  };
  return { element: figure, canvas, show, fitNow };
}

export function picturesPage({ facts, picture, player, say, save }: Opened): HTMLElement {
  const [height, width] = picture.shape;
  const [madeHeight, madeWidth] = player.made;
  const milliseconds = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const given = framed(say('givenPicture'), height, width);
  const made = picture.names ? null : framed(say('madePicture'), madeHeight, madeWidth);
  const named = picture.names
    ? shares(
        picture.names.map((name) => classNameIn(document.documentElement.lang, name)),
        say,
      )
    : null;
  const figures = element('p', { className: 'quiet small' });
  const status = element('p', { className: 'small' });
  status.setAttribute('role', 'status');

  function show(outcome: Seen['outcome']): void {
    given.show(outcome.given);
    if (outcome.kind === 'named') named?.show(outcome.shares);
    else {
      made?.show(outcome.made);
      keep.disabled = false;
    }
  }
  async function see(file: File): Promise<void> {
    let pixels: Uint8Array;
    try {
      pixels = await ownPicture(file, picture.shape);
    } catch {
      status.textContent = say('unreadPicture', { name: file.name });
      return;
    }
    status.textContent = '';
    const startedMs = performance.now();
    show(await player.see(pixels));
    const time = milliseconds.format(performance.now() - startedMs);
    figures.textContent = say('figures', { width, height, time, runtime: player.runtime });
  }
  const live = camera({
    ...{ shape: picture.shape, say, tell: (text) => (status.textContent = text) },
    take: async (pixels) => show(await player.see(pixels)),
    figures({ latencyMs, perSecond }) {
      const [time, rate] = [latencyMs ?? 0, perSecond ?? 0].map((value) => milliseconds.format(value));
      const { runtime } = player;
      figures.textContent = say(perSecond ? 'liveFigures' : 'figures', {
        width,
        height,
        time,
        rate,
        runtime,
      });
    },
  });
  const take = (file: File | null | undefined): void => {
    if (!file) return;
    live.close();
    void see(file);
  };

  const input = element('input', { type: 'file', accept: 'image/*', hidden: true });
  input.addEventListener('change', () => {
    take(input.files?.[0]);
    input.value = ''; // the same file may be chosen again
  });
  const keep = button(say('save'), 'button', () => {
    if (made) save(made.canvas);
  });
  keep.disabled = true;
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take(pictureIn(event.dataTransfer));
  });
  document.addEventListener('paste', (event) => take(pictureIn(event.clipboardData)));
  addEventListener('resize', () => {
    given.fitNow();
    made?.fitNow();
  });
  const choose = button(say('choosePicture'), 'button solid', () => input.click());
  const help = element('p', { className: 'quiet small', textContent: say('pictureHelp') });
  const about = [say('aboutPictures'), say('made')].map((textContent) =>
    element('p', { className: 'quiet small', textContent }),
  );
  return element(
    'main',
    { className: 'pictures' },
    element('h1', { textContent: facts.title }),
    element(
      'div',
      { className: 'take' },
      element('div', { className: 'buttons' }, choose, input, ...live.elements, ...(made ? [keep] : [])),
      help,
      status,
    ),
    given.element,
    made?.element ?? named?.element ?? '',
    element('footer', {}, about[0], figures, about[1]),
  );
}
