// What the stories need of a browser, whoever drives it: Firefox by WebDriver BiDi, WebKit by plain WebDriver. Chromium has
// stories of its own (e2e/app), by Playwright. Only what a person does goes by the driver; looking is a script in the page.

/** A file that the page handed out. */
export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A function that runs in the page: it sees nothing of the test but its arguments. */
export type InPage<A extends readonly unknown[]> = (...args: A) => unknown;

export interface OtherBrowser {
  /** Name and version, for people. */
  readonly name: string;
  /** Opens an address and waits until the page is loaded. */
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /** What a function makes of the page, as JSON; promises are waited for. @throws Error when it throws */
  look<A extends readonly unknown[]>(fn: InPage<A>, ...args: A): Promise<unknown>;
  /**
   * A press of the pointer on the one element of a selector, scrolled into view.
   * @returns false where it was gone, or something lay over it: a page that changes is pressed once it stands
   */
  click(selector: string): Promise<boolean>;
  /** Chooses a file of this machine in an `<input type="file">`, which may be hidden. */
  choose(selector: string, path: string): Promise<void>;
  /** The file that `begin` makes the page hand out; absent where the browser keeps no downloads. */
  download?(begin: () => Promise<void>): Promise<DownloadedFile>;
  close(): Promise<void>;
}
