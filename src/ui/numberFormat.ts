// Numbers as people read them, in the language that the page speaks (the examples are English).
import { decimalSign, writeNumber } from '../i18n/language';
import { words } from './words';

/** `12,345` */
export const count = (value: number): string => writeNumber(Math.round(value));

/** Digits as JavaScript writes them, with the language's own decimal sign. */
const pointed = (digits: string): string => digits.replace('.', decimalSign());

/** `-0.83` with as many digits behind the sign as are asked for. */
export const fixed = (value: number, digits: number): string => pointed(value.toFixed(digits));

/** `7.5 s`, `3 min 20 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  if (seconds < 10) return `${pointed(seconds.toFixed(1))} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `0.8 ms`, `31 ms` */
export const milliseconds = (value: number): string =>
  `${value < 10 ? pointed(value.toFixed(1)) : count(value)} ms`;

/** `61 MB`, `1.2 GB`: decimal units, as disks and browsers count. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = value;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 && unit > 0 ? pointed(size.toFixed(1)) : Math.round(size)} ${units[unit]}`;
}

/** `1.4 M`, `12.9 k`: for multiply-adds and parameters. */
export function magnitude(value: number): string {
  if (value < 1000) return String(value);
  if (value < 999_500) return `${pointed((value / 1000).toPrecision(3))} k`;
  if (value < 999_500_000) return `${pointed((value / 1e6).toPrecision(3))} M`;
  return `${pointed((value / 1e9).toPrecision(3))} G`;
}

/** Three or so digits: `0.0002`, `12.5`, `1e-6`. */
export function figure(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) return pointed(value.toExponential().replace(/e-0?/, 'e-'));
  return pointed(String(Number(value.toPrecision(4))));
}

/** `64 %` of a share 0..1, which no line breaks. */
export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** What stands where a measure has none, for example with too few images. */
export const noValue = (): string => words('noValue');

/**
 * A value of a chart or a measure: `0.143`, `13.88`, `1.8e-7`, `87 %`, `9`, `no value`.
 * @param unit `%` for shares 0..1, `count` for whole numbers, else a plain number
 */
export function measured(value: number | undefined, unit: string): string {
  if (value === undefined || !Number.isFinite(value)) return noValue();
  if (unit === '%') return percent(value);
  if (unit === 'count') return count(value);
  if (value !== 0 && Math.abs(value) < 5e-4) return pointed(value.toExponential(1));
  return Math.abs(value) >= 100 ? value.toFixed(0) : pointed(value.toFixed(Math.abs(value) >= 10 ? 2 : 3));
}

/** Steps or images a second: `0.42`, `21.7`, `140`. */
export const rate = (value: number): string =>
  value >= 100 ? count(value) : pointed(value.toFixed(value >= 10 ? 1 : 2));
