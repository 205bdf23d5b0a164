// A client of WebDriver in plain requests, as far as the stories need it. https://www.w3.org/TR/webdriver2/
import type { InPage } from './browser';

/** The driver answered with an error; the message is its own. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError';

  constructor(
    message: string,
    /** Of the specification's list; empty where the driver gave none. */
    readonly code = '',
  ) {
    super(message);
  }
}

/** The page changed between finding and pressing. */
const OUT_OF_REACH: readonly string[] = [
  'element click intercepted',
  'element not interactable',
  'no such element',
  'stale element reference',
];

/** What a driver answers of a browser that ended. */
const ENDED: readonly string[] = ['unknown error', 'invalid session id'];

/** Browsers of today name a found element by this key. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What a script tells of what its function made: a promise is waited for, an error is told by its words. */
const script = (fn: string): string => `
  const tell = arguments[arguments.length - 1];
  const given = Array.prototype.slice.call(arguments, 0, -1);
  Promise.resolve().then(() => (${fn})(...given)).then(
    (value) => tell({ value: value === undefined ? null : value }),
    (error) => tell({ error: String((error && error.message) || error) }),
  );`;

export class WebDriverSession {
  private constructor(
    private readonly address: string,
    /** As the browser names itself. */
    readonly version: string,
    private readonly lastWords: () => string,
  ) {}

  /**
   * @param lastWords what the browser complained of, for the error of one that ended
   * @throws WebDriverError when the driver cannot start the browser; TypeError when nobody listens at the address
   */
  static async begin(driver: string, capabilities: Json, lastWords: () => string): Promise<WebDriverSession> {
    const answer = await request('POST', `${driver}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    if (!isObject(answer) || typeof answer.sessionId !== 'string' || !isObject(answer.capabilities))
      throw new WebDriverError(`The driver answered ${JSON.stringify(answer)}, which is no session.`);
    return new WebDriverSession(
      `${driver}/session/${answer.sessionId}`,
      String(answer.capabilities.browserVersion),
      lastWords,
    );
  }

  /** How long scripts and loads may take. */
  async patience(milliseconds: number): Promise<void> {
    await this.post('timeouts', { script: milliseconds, pageLoad: milliseconds, implicit: 0 });
  }

  async goTo(url: string): Promise<void> {
    await this.post('url', { url });
  }

  async reload(): Promise<void> {
    await this.post('refresh', {});
  }

  async resize(width: number, height: number): Promise<void> {
    await this.post('window/rect', { x: 0, y: 0, width, height });
  }

  async look<A extends readonly unknown[]>(fn: InPage<A>, ...args: A): Promise<unknown> {
    const answer = await this.post('execute/async', { script: script(String(fn)), args });
    if (!isObject(answer)) throw new WebDriverError(`A script answered ${JSON.stringify(answer)}.`);
    if (typeof answer.error === 'string') throw new WebDriverError(answer.error);
    return answer.value;
  }

  /** @returns false when it was gone or something lay over it */
  async click(selector: string): Promise<boolean> {
    try {
      await this.post(`element/${await this.element(selector)}/click`, {});
      return true;
    } catch (error) {
      if (error instanceof WebDriverError && OUT_OF_REACH.includes(error.code)) return false;
      throw error;
    }
  }

  /** Types into a field; into one for files, their paths. */
  async type(selector: string, text: string): Promise<void> {
    await this.post(`element/${await this.element(selector)}/value`, { text });
  }

  async end(): Promise<void> {
    await request('DELETE', this.address);
  }

  private async element(selector: string): Promise<string> {
    const found = await this.post('element', { using: 'css selector', value: selector });
    const id = isObject(found) ? found[ELEMENT] : undefined;
    if (typeof id !== 'string') throw new WebDriverError(`The driver names ${selector} by no element.`);
    return id;
  }

  private async post(path: string, body: Json): Promise<unknown> {
    try {
      return await request('POST', `${this.address}/${path}`, body);
    } catch (error) {
      if (!(error instanceof WebDriverError) || !ENDED.includes(error.code)) throw error;
      throw new WebDriverError(`${error.message} The browser's last words: ${this.lastWords()}`, error.code);
    }
  }
}

async function request(method: 'GET' | 'POST' | 'DELETE', url: string, body?: Json): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const said: unknown = await answer.json();
  const value = isObject(said) ? said.value : undefined;
  if (answer.ok) return value;
  const why = isObject(value)
    ? `${String(value.error)}: ${String(value.message)}`
    : `status ${answer.status}`;
  const code = isObject(value) ? String(value.error) : '';
  throw new WebDriverError(`${method} ${new URL(url).pathname}: ${why}`, code);
}

/** Whether a driver listens there and would begin a session. */
export async function isReady(driver: string): Promise<boolean> {
  try {
    const status = await request('GET', `${driver}/status`);
    return isObject(status) && status.ready === true;
  } catch {
    return false;
  }
}
