// Numbers as the kiosk writes them.

/** Three digits that mean something: 0.112 ms, 5.21 ms, 134 ms. */
export const milliseconds = (ms: number): string => `${ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3)} ms`;

export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toPrecision(3)} kB`;
  return `${(count / 1e6).toPrecision(3)} MB`;
}

/** Whole seconds as days, hours, minutes and seconds: `1 d 2 h 3 min 4 s`. */
export function duration(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.floor(seconds);
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
  ] as const) {
    if (rest >= size || parts.length > 0) parts.push(`${Math.floor(rest / size)} ${unit}`);
    rest %= size;
  }
  return [...parts, `${rest} s`].join(' ');
}
