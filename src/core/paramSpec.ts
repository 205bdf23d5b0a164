// A parameter described as data: the page builds its form from it, links and files are checked by it.
import { isBlank, readDrawing } from './drawing';

export type ParamValue = number | boolean | string;
export type ParamValues = Readonly<Record<string, ParamValue>>;

interface ParamBase {
  /** Permanent name in links and files, camelCase. */
  readonly id: string;
  readonly label: string;
  /** One sentence: what it does and when to change it. */
  readonly help: string;
  /** Group of the form that it stands in. */
  readonly group?: string;
  /** May change while a run trains; takes effect at the next step. */
  readonly live?: boolean;
  /** What a run had that was saved before there was this parameter, where that is not the default. */
  readonly earlier?: ParamValue;
}

export interface NumberParam extends ParamBase {
  readonly kind: 'number' | 'integer';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Step of the slider; logarithmic sliders ignore it. */
  readonly step?: number;
  readonly scale?: 'linear' | 'log';
  readonly unit?: string;
}

export interface ChoiceParam extends ParamBase {
  readonly kind: 'choice';
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    /** What other parameters begin with where this is chosen, instead of their defaults. */
    readonly suits?: ParamValues;
    /** Files that a person gives before this can be used, by their endings. */
    readonly accepts?: readonly string[];
    /** Id of the data set, which may be hidden, whose files are given first. */
    readonly dataset?: string;
  }[];
  readonly default: string;
}

export interface BooleanParam extends ParamBase {
  readonly kind: 'boolean';
  readonly default: boolean;
}

/** A picture that a person draws, as the text of `core/drawing`. */
export interface DrawingParam extends ParamBase {
  readonly kind: 'drawing';
  readonly default: string;
}

export type ParamSpec = NumberParam | ChoiceParam | BooleanParam | DrawingParam;

/** The outcome of reading one value: the value, or a sentence that says what is wrong and what is allowed. */
export type ParamReading =
  { readonly ok: true; readonly value: ParamValue } | { readonly ok: false; readonly problem: string };

const LONGEST_SHOWN = 80;

/** A value that was given, as text of bounded length for a message. */
export function shortJson(raw: unknown): string {
  const text = JSON.stringify(raw) ?? 'nothing';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const describeRange = (spec: NumberParam): string =>
  `${spec.kind === 'integer' ? 'a whole number' : 'a number'} from ${spec.min} to ${spec.max}${spec.unit ? ` ${spec.unit}` : ''}`;

/** Checks a value (typed in, from a link, or from a file) against its description. */
export function readParam(spec: ParamSpec, raw: unknown): ParamReading {
  const refuse = (allowed: string): ParamReading => ({
    ok: false,
    problem: `${spec.label} (${spec.id}) is ${shortJson(raw)}; it must be ${allowed}.`,
  });
  switch (spec.kind) {
    case 'boolean': {
      if (typeof raw === 'boolean') return { ok: true, value: raw };
      if (raw === 'true' || raw === '1') return { ok: true, value: true };
      if (raw === 'false' || raw === '0') return { ok: true, value: false };
      return refuse('true or false');
    }
    case 'choice': {
      const found = spec.choices.some((choice) => choice.value === raw);
      return found
        ? { ok: true, value: String(raw) }
        : refuse(`one of ${spec.choices.map((c) => c.value).join(', ')}`);
    }
    case 'drawing': {
      const ink = typeof raw === 'string' ? readDrawing(raw) : null;
      if (ink && !isBlank(ink)) return { ok: true, value: String(raw) };
      const said = `${spec.label} (${spec.id})`;
      const problem = ink ? `${said} is empty; draw something.` : `${said} cannot be read; draw it anew.`;
      return { ok: false, problem };
    }
    case 'number':
    case 'integer': {
      const value =
        typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : NaN;
      const inRange = Number.isFinite(value) && value >= spec.min && value <= spec.max;
      if (!inRange || (spec.kind === 'integer' && !Number.isInteger(value)))
        return refuse(describeRange(spec));
      return { ok: true, value };
    }
  }
}

/** Every parameter at its default. */
export function defaultParams(specs: readonly ParamSpec[]): ParamValues {
  return Object.fromEntries(specs.map((spec) => [spec.id, spec.default]));
}

/** A numeric parameter of a checked set; a missing one is a programming error and throws. */
export function numberParam(values: ParamValues, id: string): number {
  const value = values[id];
  if (typeof value !== 'number')
    throw new TypeError(`Parameter ${id} is ${String(value)}, expected a number`);
  return value;
}
