// Where a value of a number parameter stands on its slider and back; logarithmic where the parameter says so. Pure.
import type { NumberParam } from '../../core/paramSpec';

/** Positions of every slider run from 0 to this. */
export const SLIDER_TOP = 1000;

const isLog = (spec: NumberParam): boolean => spec.scale === 'log' && spec.min > 0;

/** Position 0..SLIDER_TOP of a value. */
export function sliderPosition(spec: NumberParam, value: number): number {
  const share = isLog(spec)
    ? Math.log(value / spec.min) / Math.log(spec.max / spec.min)
    : (value - spec.min) / (spec.max - spec.min);
  return Math.round(SLIDER_TOP * Math.min(1, Math.max(0, share)));
}

/** The value at a position: two significant digits on a logarithmic slider, whole steps on a linear one. */
export function sliderValue(spec: NumberParam, position: number): number {
  if (position <= 0) return spec.min;
  if (position >= SLIDER_TOP) return spec.max;
  const share = position / SLIDER_TOP;
  const raw = isLog(spec)
    ? Number((spec.min * (spec.max / spec.min) ** share).toPrecision(2))
    : spec.min + share * (spec.max - spec.min);
  const step = spec.kind === 'integer' ? Math.max(1, spec.step ?? 1) : isLog(spec) ? 0 : (spec.step ?? 0);
  const stepped = step > 0 ? spec.min + Math.round((raw - spec.min) / step) * step : raw;
  return Number(Math.min(spec.max, Math.max(spec.min, stepped)).toPrecision(12));
}
