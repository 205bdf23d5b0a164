// A network of the open run over pictures of other sides than it learned from: whether its layers take them, whether the engine's
// memory holds one, and the network itself. For Use and for Export alike.
import { InvalidValueError } from '../core/errors';
import { tooLarge, TooLargeSettingsError } from '../core/memoryFit';
import { pictureNeed } from '../core/memoryNeed';
import type { NetworkSpec } from '../core/network';
import { checkSides, freeSides, pictureInput, withPictureSides, type FreeSides } from '../core/pictureInput';
import type { Engine } from '../engine/openEngine';
import type { PictureSides } from '../protocol';

/** Sides of the same proportion as `asked` that fit the layers, ascending up to it. */
function smallerSides({ height, width }: PictureSides, { step, least }: FreeSides): readonly PictureSides[] {
  const on = (side: number): number => Math.max(least, step * Math.floor(side / step));
  const longer = Math.max(height, width);
  const lengths = Array.from({ length: Math.floor(longer / step) }, (_, i) => (i + 1) * step);
  return lengths
    .filter((length) => length >= least)
    .map((length) => ({ height: on((length * height) / longer), width: on((length * width) / longer) }));
}

/** @throws TooLargeSettingsError with the largest sides that the engine's memory holds */
function checkRoom(spec: NetworkSpec, free: FreeSides, asked: PictureSides, engine: Engine): void {
  const choices = smallerSides(asked, free).map(({ height, width }) => {
    const words = `${height} x ${width}`;
    return { value: words, label: words };
  });
  const value = `${asked.height} x ${asked.width}`;
  const usual = pictureInput(spec)?.slice(0, 2).join(' x ') ?? value;
  const sides = {
    id: 'sides',
    kind: 'choice',
    label: 'Pictures of',
    help: '',
    default: usual,
    choices,
  } as const;
  const found = tooLarge(
    [{ key: 'sides', spec: sides, value, usual }],
    (values) => {
      const [height, width] = String(values.sides ?? value)
        .split(' x ')
        .map(Number);
      return pictureNeed(withPictureSides(spec, height, width));
    },
    engine.running.room,
    engine.report.description,
  );
  if (found) throw new TooLargeSettingsError(found);
}

/**
 * @param name of the network, for people
 * @param spec of a network that takes pictures
 * @throws InvalidValueError with the nearest sides that its layers take, TooLargeSettingsError with the largest that fit
 */
export function checkPictureSides(
  name: string,
  spec: NetworkSpec,
  asked: PictureSides,
  engine: Engine,
): void {
  const own = pictureInput(spec);
  if (!own) throw new InvalidValueError(`${name} takes no picture.`, 'Leave height and width as they are.');
  if (asked.height === own[0] && asked.width === own[1]) return;
  const free = freeSides(spec);
  checkSides(name, own, free, asked.height, asked.width);
  if (free) checkRoom(spec, free, asked, engine);
}
