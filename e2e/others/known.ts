// The browsers of the stories beside Chromium, and what each needs to be there.
import { existsSync } from 'node:fs';
import { programMisses } from '../../src/testing/tools';
import type { OtherBrowser } from './browser';
import { openFirefox } from './firefox';
import { MINI_BROWSER, openWebKitGtk, openWpe } from './webKit';

export interface KnownBrowser {
  readonly name: string;
  /** What is missing here, as the end of a sentence; undefined where it can run. */
  readonly misses: string | undefined;
  readonly open: () => Promise<OtherBrowser>;
}

export const firefox: KnownBrowser = {
  name: 'Firefox',
  misses: programMisses('firefox-esr', 'firefox-esr'),
  open: () => openFirefox('/usr/bin/firefox-esr'),
};

/** With memory that threads share. */
export const webKitGtk: KnownBrowser = {
  name: 'WebKitGTK',
  misses:
    programMisses('WebKitWebDriver', 'webkit2gtk-driver') ??
    programMisses('Xvfb', 'xvfb') ??
    (existsSync(MINI_BROWSER) ? undefined : `(needs ${MINI_BROWSER})`),
  open: () => openWebKitGtk(true),
};

export const wpe: KnownBrowser = {
  name: 'WPE',
  misses: programMisses('WPEWebDriver', 'wpewebkit-driver') ?? programMisses('cog', 'cog'),
  open: openWpe,
};
