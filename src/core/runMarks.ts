// What a person marks a saved run with: a note in their own words, and a star. Pure; files and requests are read by this.

export interface RunMarks {
  /** Empty where there is none. */
  readonly note: string;
  readonly starred: boolean;
}

export const MOST_NOTE = 2000;

/** What would turn a line or cannot be shown; lines and tabs stay. */
const UNSHOWN = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** A note as it can be kept and shown, whoever wrote it: of bounded length, without space around it. */
export const cleanNote = (text: string): string =>
  text
    .slice(0, 4 * MOST_NOTE)
    .replace(/\r\n?/g, '\n')
    .replace(UNSHOWN, '')
    .trim()
    .slice(0, MOST_NOTE)
    .trim();
