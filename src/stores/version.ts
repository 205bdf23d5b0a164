// The version of this page, put in by the build from package.json (vite.config.ts).
declare const __GANVAS_VERSION__: string;

export const VERSION: string = __GANVAS_VERSION__;
