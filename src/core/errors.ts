// Errors that a person can act on: a name, the value received, and the way out.
// They cross the wire between worker and page as plain data.

/** What an error looks like on the wire and in a saved log. */
export interface WireError {
  /** Class name, for example `DatasetFileError`. */
  readonly name: string;
  /** What happened, with the value received. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly hint: string;
  /** Where the way out is a choice: what can be chosen, by name. Asked again with one of them, the request goes on. */
  readonly choices?: readonly string[];
}

/** Base of every error this project throws on purpose. */
export class GanvasError extends Error {
  /** @param hint what the person can do about it, one sentence */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** A value given in a form, a link or a file is outside of what is allowed. */
export class InvalidValueError extends GanvasError {}

/** What was given can be taken in several ways, and only the person knows which is meant. */
export class ChoiceNeededError extends GanvasError {
  /** @param choices by name, all different */
  constructor(
    message: string,
    hint: string,
    readonly choices: readonly string[],
  ) {
    super(message, hint);
  }
}

/** The run was asked to stop while it waited for something. */
export class AbortedError extends GanvasError {
  constructor(what = 'The operation') {
    super(`${what} was cancelled.`, 'Start it again when you are ready.');
  }
}

/** An error that came over the wire, with the name it had on the other side. */
export class RemoteError extends GanvasError {
  readonly choices?: readonly string[];

  constructor(wire: WireError) {
    super(wire.message, wire.hint);
    this.name = wire.name;
    if (wire.choices) this.choices = wire.choices;
  }
}

/** What a person can choose to go on after an error; empty where the way out is no choice. */
export const choicesOf = (error: unknown): readonly string[] =>
  (error instanceof ChoiceNeededError || error instanceof RemoteError ? error.choices : null) ?? [];

const UNEXPECTED_HINT =
  'Reload the page; saved runs are kept. If it happens again, report it with this message.';

const MEMORY_HINT =
  'Close other tabs, choose smaller settings or a smaller file, and try again; saved runs are kept.';

/** What a browser throws when it has no memory for a number of values. */
const isAboutMemory = (error: Error): boolean =>
  error.name === 'RangeError' && /array|buffer|allocation|memory/i.test(error.message);

const PART_HINT =
  'The page was renewed on its server, or the connection is gone. Reload the page; saved runs are kept.';

/** What browsers and the page's loader throw when a part that is fetched at its first use does not come. */
const isAboutPart = ({ message }: Error): boolean =>
  /dynamically imported module|importing a module script failed|unable to preload css/i.test(message);

/** Words for what was thrown without being an error. */
const wordsFor = (thrown: unknown): string =>
  typeof thrown === 'string' && thrown !== '' ? thrown : 'Something went wrong and gave no reason.';

/** Any thrown value as wire data; unknown errors keep their name and message. */
export function toWireError(error: unknown): WireError {
  if (error instanceof GanvasError) {
    const { name, message, hint } = error;
    const choices = choicesOf(error);
    return choices.length > 0 ? { name, message, hint, choices } : { name, message, hint };
  }
  if (error instanceof Error) {
    const { name, message } = error;
    if (isAboutMemory(error)) {
      return { name, message: `The browser gave no memory for it (${message}).`, hint: MEMORY_HINT };
    }
    if (isAboutPart(error)) return { name: 'PagePartError', message: `${message}.`, hint: PART_HINT };
    return { name, message: message || wordsFor(undefined), hint: UNEXPECTED_HINT };
  }
  return { name: 'UnknownError', message: wordsFor(error), hint: UNEXPECTED_HINT };
}
