// The picture that a network takes, where it takes one: as its input, or as a list of numbers that a first layer gives its sides,
// as networks that leave and come back have it. And in which other sizes its layers let it come. Descriptions only.
import { InvalidValueError } from './errors';
import { resolveNetwork, volume, type NetworkSpec, type Shape } from './network';
import { replaceLayer } from './networkEdits';
import type { PictureShape } from './pictureFit';

/** Both sides may be multiples of `step`, from `least` to `most`. */
export interface FreeSides {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** Larger ones are no work for a page. */
const MOST_SIDE = 512;
const MOST_STEP = 64;

function asPicture(shape: Shape): PictureShape | null {
  const [height, width, channels] = shape;
  return shape.length === 3 && (channels === 1 || channels === 3) ? [height, width, channels] : null;
}

/** The layer that gives a list of numbers its sides; null where the input has them. */
function sidesNode({ inputs, nodes }: NetworkSpec): string | null {
  const readers = nodes.filter(({ from }) => from.includes(inputs[0].name));
  const [first] = readers;
  return readers.length === 1 && first.kind === 'reshape' ? first.id : null;
}

/** [height, width, 1 or 3] of the picture that is its first input; null where that is none. */
export function pictureInput(spec: NetworkSpec): PictureShape | null {
  const own = asPicture(spec.inputs[0].shape);
  if (own) return own;
  const first = spec.nodes.find(({ id }) => id === sidesNode(spec));
  return first?.kind === 'reshape' ? asPicture(first.shape) : null;
}

const withFirstInput = (spec: NetworkSpec, shape: Shape): NetworkSpec => ({
  ...spec,
  inputs: spec.inputs.with(0, { ...spec.inputs[0], shape }),
});

/** The network for pictures of other sides. @throws InvalidValueError where it takes no picture */
export function withPictureSides(spec: NetworkSpec, height: number, width: number): NetworkSpec {
  const picture = pictureInput(spec);
  if (!picture) {
    throw new InvalidValueError(`${spec.name} takes no picture.`, 'Choose a network from image to image.');
  }
  const shape = [height, width, picture[2]];
  const node = spec.inputs[0].shape.length === 3 ? null : sidesNode(spec);
  if (node === null) return withFirstInput(spec, shape);
  return replaceLayer(withFirstInput(spec, [volume(shape)]), node, { kind: 'reshape', shape });
}

const weightsOf = (spec: NetworkSpec): readonly string[] =>
  resolveNetwork(spec).flatMap(({ name, weights }) =>
    weights.map(({ role, shape }) => `${name}/${role} ${shape.join(' ')}`),
  );

function outputOf(spec: NetworkSpec): Shape {
  const [id] = spec.outputs;
  return resolveNetwork(spec).find(({ name }) => name === id)?.output ?? spec.inputs[0].shape;
}

/** Whether a picture in other sides makes a picture in the same proportion, or the same list of numbers. */
function inProportion(
  before: Shape,
  after: Shape,
  own: PictureShape,
  height: number,
  width: number,
): boolean {
  if (before.length === 1) return after.length === 1 && after[0] === before[0];
  return (
    before.length === 3 && after[0] * own[0] === before[0] * height && after[1] * own[1] === before[1] * width
  );
}

/** Whether its layers take pictures of these sides with the same weights, and make what belongs to them. */
export function takesSides(spec: NetworkSpec, height: number, width: number): boolean {
  const picture = pictureInput(spec);
  if (!picture) return false;
  if (height === picture[0] && width === picture[1]) return true;
  try {
    const sized = withPictureSides(spec, height, width);
    const [before, after] = [outputOf(spec), outputOf(sized)];
    const same = weightsOf(sized);
    return (
      inProportion(before, after, picture, height, width) &&
      weightsOf(spec).every((weight, i) => weight === same[i])
    );
  } catch (error) {
    if (error instanceof InvalidValueError) return false; // layers that do not meet again at this size
    throw error;
  }
}

/** The sides that it takes beside its own; null where its layers hold it to one size, or it takes no picture. */
export function freeSides(spec: NetworkSpec): FreeSides | null {
  const picture = pictureInput(spec);
  if (!picture) return null;
  const side = Math.max(picture[0], picture[1]);
  for (let step = 1; step <= MOST_STEP; step *= 2) {
    const base = Math.ceil(side / step) * step;
    if (![1, 2, 3].every((times) => takesSides(spec, base + times * step, base + times * step))) continue;
    let least = base;
    while (least > step && takesSides(spec, least - step, least - step)) least -= step;
    return { step, least, most: Math.floor(MOST_SIDE / step) * step };
  }
  return null;
}

/** The side that can be taken and lies nearest. */
const nearest = (side: number, { step, least, most }: FreeSides): number =>
  Math.min(most, Math.max(least, step * Math.round(side / step)));

/**
 * @param name of the network, for people
 * @param own the picture that it was built for
 * @param free what `freeSides` says of it
 * @throws InvalidValueError naming the sides that can be taken, the nearest first
 */
export function checkSides(
  name: string,
  own: PictureShape,
  free: FreeSides | null,
  height: number,
  width: number,
): void {
  if (height === own[0] && width === own[1]) return;
  const fits = (side: number): boolean => free !== null && nearest(side, free) === side;
  if (fits(height) && fits(width)) return;
  throw new InvalidValueError(
    `${name} does not take pictures of ${height} x ${width}.`,
    free
      ? `The nearest that it takes are ${nearest(height, free)} x ${nearest(width, free)}: ${free.least} to ${free.most}, in steps of ${free.step}.`
      : `Its layers take ${own[0]} x ${own[1]} alone.`,
  );
}
