// Whether a run fits what a backend can hold, and if not, the largest value of a setting that does. Pure: how much a
// configuration takes is given. The same words stand in the form, in the worker's refusal and on the command line.
import { InvalidValueError } from './errors';
import type { MemoryNeed } from './memoryNeed';
import type { NumberParam, ParamSpec, ParamValue } from './paramSpec';

/** What a backend can hold, in bytes; null where it does not say. */
export interface MemoryRoom {
  /** Of all tensors. */
  readonly device: number | null;
  /** Of one tensor. */
  readonly tensor: number | null;
  /** Whether tensors lie in the page's own memory. */
  readonly inPage: boolean;
}

/** What the page's own memory is taken to hold: browsers do not say, and end a tab that takes much more. */
export const PAGE_BYTES = 4e9;
/** Share of the backend's memory that a run may fill: measuring, drawing and free blocks between others take the rest. */
const RUN_SHARE = 0.85;

/** Settings that take more than there is. */
export interface TooLarge {
  /** One sentence: which setting takes how much, and how much there is. */
  readonly reason: string;
  /** One sentence: the largest that fits. */
  readonly remedy: string;
  readonly askedBytes: number;
  readonly hadBytes: number;
  /** What to set, by plain names; empty where nothing helps. */
  readonly fix: Readonly<Record<string, ParamValue>>;
  /** For a button, as `Batch size 128`; empty where nothing helps. */
  readonly fixLabel: string;
}

/** Settings that the backend's memory cannot hold. */
export class TooLargeSettingsError extends InvalidValueError {
  constructor(readonly found: TooLarge) {
    super(found.reason, found.remedy);
  }
}

/** A setting that memory grows with, and its value now. */
export interface GrowingSetting {
  readonly key: string;
  readonly spec: ParamSpec;
  readonly value: ParamValue;
  /** Where it starts by itself. */
  readonly usual: ParamValue;
}

/** `5.2 GB`, `640 MB` */
const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/** By how many times a need is more than there is, and which; at most 1 when it fits. */
function excess(need: MemoryNeed, room: MemoryRoom): { readonly times: number; asked: number; had: number } {
  const pairs = [
    [need.device + (room.inPage ? need.host : 0), room.device === null ? Infinity : RUN_SHARE * room.device],
    [need.tensor, room.tensor ?? Infinity],
    [need.host, PAGE_BYTES],
  ];
  const [worst] = pairs
    .map(([asked, had]) => ({ times: asked / had, asked, had }))
    .toSorted((a, b) => b.times - a.times);
  return worst;
}

/** Values below the present one, ascending. */
function below({ spec, value }: GrowingSetting): readonly ParamValue[] {
  if (spec.kind === 'choice') {
    const at = spec.choices.findIndex((choice) => choice.value === value);
    return spec.choices.slice(0, Math.max(0, at)).map((choice) => choice.value);
  }
  if (typeof value !== 'number' || (spec.kind !== 'integer' && spec.kind !== 'number')) return [];
  const step = stepOf(spec);
  const count = Math.max(0, Math.ceil((value - spec.min) / step));
  return Array.from({ length: count }, (_, i) => Number((spec.min + i * step).toPrecision(12)));
}

const stepOf = (spec: NumberParam): number => (spec.kind === 'integer' ? 1 : (spec.step ?? 0.01));

/** The largest of ascending values that fits, or null; what fits is decided by halving. */
function largest(values: readonly ParamValue[], fits: (value: ParamValue) => boolean): ParamValue | null {
  let [low, high] = [-1, values.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (fits(values[middle])) low = middle;
    else high = middle;
  }
  return low < 0 ? null : values[low];
}

function shown({ spec }: GrowingSetting, value: ParamValue): string {
  if (spec.kind === 'choice') return spec.choices.find((one) => one.value === value)?.label ?? String(value);
  const unit = (spec.kind === 'integer' || spec.kind === 'number') && spec.unit ? ` ${spec.unit}` : '';
  return `${String(value)}${unit}`;
}

/** How much is left of a value: what costs the person least stands first. */
const kept = ({ value, spec }: GrowingSetting, now: ParamValue): number => {
  const place = (v: ParamValue): number =>
    spec.kind === 'choice' ? spec.choices.findIndex((one) => one.value === v) + 1 : Number(v);
  return place(now) / Math.max(1e-9, place(value));
};

const isRaised = ({ value, usual, spec }: GrowingSetting): boolean =>
  spec.kind === 'choice' ? value !== usual : Number(value) > Number(usual);

/**
 * What is too large about settings, or null. A setting that was raised is named before one that was not, and the one that
 * has to give up least before others.
 * @param needOf of the settings with some values put in the place of theirs, by plain names
 * @param backend its name, for people
 */
export function tooLarge(
  growing: readonly GrowingSetting[],
  needOf: (values: Readonly<Record<string, ParamValue>>) => MemoryNeed,
  room: MemoryRoom,
  backend: string,
): TooLarge | null {
  const { times, asked, had } = excess(needOf({}), room);
  if (times <= 1) return null;
  const found = growing
    .flatMap((setting) => {
      const fits = (value: ParamValue): boolean => excess(needOf({ [setting.key]: value }), room).times <= 1;
      const value = largest(below(setting), fits);
      return value === null ? [] : [{ setting, value }];
    })
    .toSorted(
      (a, b) =>
        Number(isRaised(b.setting)) - Number(isRaised(a.setting)) ||
        kept(b.setting, b.value) - kept(a.setting, a.value),
    );
  const best = found.at(0);
  const bytes = { askedBytes: Math.round(asked), hadBytes: Math.round(had) };
  const what = `${size(asked)} of memory, and ${backend} holds ${size(had)} for a run`;
  if (!best) {
    const fix = smallest(growing, needOf, room);
    const helps = Object.keys(fix).length > 0;
    return {
      reason: `These settings take about ${what}.`,
      remedy: helps
        ? `No single setting makes it fit: lower ${growing.map(({ spec }) => spec.label).join(', ')} together.`
        : 'Not even the smallest settings fit: choose another model, other data or another backend.',
      ...bytes,
      fix,
      fixLabel: helps ? 'Smallest settings' : '',
    };
  }
  const { setting, value } = best;
  const { label } = setting.spec;
  const now = `${label} ${shown(setting, setting.value)}`;
  return {
    reason: `${now} takes about ${what}.`,
    remedy: `Set ${label} to ${shown(setting, value)}, the largest that fits.`,
    ...bytes,
    fix: { [setting.key]: value },
    fixLabel: `${label} ${shown(setting, value)}`,
  };
}

const sum = (a: MemoryNeed, b: MemoryNeed): MemoryNeed => ({
  device: a.device + b.device,
  host: a.host + b.host,
  tensor: Math.max(a.tensor, b.tensor),
});

/**
 * The same of what has no settings and learns beside an open run, which keeps what it has.
 * @param taken by the open run
 */
export function tooLargeBeside(
  own: MemoryNeed,
  taken: MemoryNeed,
  room: MemoryRoom,
  backend: string,
): TooLarge | null {
  const { times, asked, had } = excess(sum(own, taken), room);
  if (times <= 1) return null;
  const alone = tooLarge([], () => own, room, backend);
  if (alone) return alone;
  const ofRun = size(asked - excess(own, room).asked);
  return {
    reason: `Beside the open run, which has ${ofRun}, this takes ${size(asked)} of memory in all, and ${backend} holds ${size(had)}.`,
    remedy: 'Begin or open a smaller run first: a smaller batch or smaller networks.',
    ...{ askedBytes: Math.round(asked), hadBytes: Math.round(had) },
    ...{ fix: {}, fixLabel: '' },
  };
}

/** Every setting at its least that is needed until all fits; empty where even that does not. */
function smallest(
  growing: readonly GrowingSetting[],
  needOf: (values: Readonly<Record<string, ParamValue>>) => MemoryNeed,
  room: MemoryRoom,
): Readonly<Record<string, ParamValue>> {
  let values: Readonly<Record<string, ParamValue>> = {};
  for (const setting of growing) {
    const [least] = below(setting);
    if (least !== undefined) values = { ...values, [setting.key]: least };
    if (excess(needOf(values), room).times <= 1) return values;
  }
  return {};
}
