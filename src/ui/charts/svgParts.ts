// What every picture of a chart in SVG is made of: texts, numbers, round ticks, scales. Pure.

/** A text between tags, or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n]/gu, '');

/** Round numbers from `low` to `high`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(low: number, high: number, count: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = power * ([1, 2, 5].find((factor) => span / (factor * power) <= count) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const ticks = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: ticks }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A number below or beside an axis. @param decimalSign of the language that the chart speaks */
export const axisNumber = (value: number, decimalSign: string): string =>
  (Math.abs(value) >= 10_000 ? `${value / 1000}k` : String(Number(value.toPrecision(6)))).replace(
    '.',
    decimalSign,
  );

/** Values to pixels, and where ticks stand. */
export interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** From round numbers to round numbers around the values. @param from pixel of the lower end */
export function roundScale(least: number, most: number, from: number, to: number): Scale {
  const ticks = roundTicks(least, most > least ? most : least + 1, 5);
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
  return {
    ticks: roundTicks(low, high, 6),
    at: (value) => from - ((value - low) / (high - low)) * (from - to),
  };
}
