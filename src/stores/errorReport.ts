// What a person can send to whoever helps them: the error, and what it happened on. Pure text, written when it is asked for;
// nothing of it is kept or sent.

export interface ErrorFacts {
  readonly version: string;
  readonly error: { readonly title: string; readonly message: string; readonly hint: string };
  /** Of the page's address, `/train`. */
  readonly place: string;
  /** The engine in its own words; null while there is none. */
  readonly engine: string | null;
  /** Settings as a link has them. */
  readonly settings: string;
  readonly run: { readonly step: number; readonly status: string } | null;
  /** The browser's name for itself. */
  readonly browser: string;
  readonly cores: number;
  readonly isIsolated: boolean;
  readonly window: readonly [width: number, height: number];
  readonly language: string;
  readonly now: Date;
}

/** Longest text of one fact: settings may hold a drawing. */
const MOST_LETTERS = 1000;

const short = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;

/** One fact a line, in English, for whoever mends it. */
export function errorReport(facts: ErrorFacts): string {
  const { error, run, window } = facts;
  const lines: readonly (readonly [string, string])[] = [
    ['Ganvas', facts.version],
    ['Error', error.title],
    ['Message', error.message],
    ['Way out', error.hint],
    ['Place', facts.place],
    ['Engine', facts.engine ?? 'none'],
    ['Run', run ? `${run.status} at step ${run.step}` : 'none'],
    ['Settings', facts.settings],
    ['Browser', facts.browser],
    [
      'Device',
      `${facts.cores} cores, ${facts.isIsolated ? '' : 'not '}isolated, window ${window.join(' x ')}`,
    ],
    ['Language', facts.language],
    ['Time', facts.now.toISOString()],
  ];
  return `${lines.map(([name, value]) => `${name}: ${short(value.replace(/\s+/g, ' '))}`).join('\n')}\n`;
}
