// Numbers as the kiosk writes them: decimal points and groups as its language has them.
import { LANGUAGES, type Language } from '../i18n/languages';
import { language } from './words';

export function figuresIn(to: Language) {
  const { numbers } = LANGUAGES[to];
  const whole = new Intl.NumberFormat(numbers, { maximumFractionDigits: 0 });
  const three = new Intl.NumberFormat(numbers, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  return {
    /** Three digits that mean something: 0.112 ms, 5.21 ms, 134 ms. */
    milliseconds: (ms: number): string => `${(ms >= 100 ? whole : three).format(ms)} ms`,
    bytes(count: number): string {
      if (count < 1000) return `${whole.format(count)} B`;
      if (count < 1e6) return `${three.format(count / 1e3)} kB`;
      return `${three.format(count / 1e6)} MB`;
    },
  };
}

export const { milliseconds, bytes } = figuresIn(language);

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
