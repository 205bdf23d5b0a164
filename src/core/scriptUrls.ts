// The named Trusted Types policy of the page and of its workers: where the Content-Security-Policy asks for one
// (vite/pageHeaders), only files of this page become scripts, workers or service workers. Makes no other type, so text
// never becomes markup or code. Not the policy itself. https://w3c.github.io/trusted-types/dist/spec/

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): unknown;
}

declare global {
  /** Absent in browsers without Trusted Types. */
  var trustedTypes: TrustedTypesFactory | undefined;
}

/** The policy that browsers ask about every address that is given as a plain string. */
export const SCRIPT_POLICY = 'default';

/** A script from elsewhere, or one made of text, was about to be started. */
export class ForeignScriptError extends Error {
  constructor(url: string) {
    super(`${url.slice(0, 200)} is no file of this page, so it is not started.`);
    this.name = 'ForeignScriptError';
  }
}

/**
 * @param url of a script, absolute or relative to `base`
 * @param base address of the page or worker
 * @returns the absolute address, on the same server as `base` and with the same scheme
 * @throws ForeignScriptError for any other, `blob:` and `data:` too
 */
export function ownScriptUrl(url: string, base: string): string {
  const page = new URL(base);
  const script = URL.canParse(url, base) ? new URL(url, base) : null;
  if (script?.protocol !== page.protocol || script.host !== page.host) throw new ForeignScriptError(url);
  return script.href;
}

/** Call once, before the first worker is started. */
export function allowOwnScripts(base: string): void {
  globalThis.trustedTypes?.createPolicy(SCRIPT_POLICY, {
    createScriptURL: (url) => ownScriptUrl(url, base),
  });
}
