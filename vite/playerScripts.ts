// What an exported generator takes along, built where it is asked for: `virtual:player-kernels`, the small compute modules, and
// `virtual:web-page`, the page of src/player/page as one text with packed script, style and a policy that lets this script run
// and no other. Needs the kernels built (`npm run build:kernels`).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { toSevenBits } from '../src/core/sevenBits';
import { oldBrowsers } from './oldBrowsers';

const KERNELS = 'virtual:player-kernels';
const PAGE = 'virtual:web-page';
const PAGE_FOLDER = 'src/player/page';
const WASM_FOLDER = 'src/engine/simd/wasm';

const asModule = (value: unknown): string => `export default ${JSON.stringify(value)};`;
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function packedKernels(root: string, watch: (file: string) => void): Promise<unknown> {
  const packed = (['relaxed', 'plain'] as const).map(async (simd) => {
    const file = join(root, WASM_FOLDER, `${simd}-draw.wasm`);
    watch(file);
    const bytes = await readFile(file).catch(() => {
      throw new Error(`${file} is not there: run npm run build:kernels.`);
    });
    const text = deflateRawSync(bytes, { level: 9 }).toString('base64');
    return [simd, { bytes: bytes.length, packed: text }] as const;
  });
  return Object.fromEntries(await Promise.all(packed));
}

interface BuiltScript {
  readonly script: string;
  readonly style: string;
}

/** A script of the page that stands by itself, with the style that it asks for. */
async function builtScript(root: string, entry: string): Promise<BuiltScript> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [playerScripts(root), oldBrowsers('page')],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false, // else the script would put the style into the page, which the policy forbids
      rolldownOptions: { input: join(root, PAGE_FOLDER, entry), output: { format: 'iife' } },
    },
  });
  if (!('output' in built))
    throw new TypeError(`${entry} was built into something else than one set of files.`);
  const scripts = built.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const styles = built.output.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : []));
  if (scripts.length !== 1)
    throw new TypeError(`${entry} was built into ${scripts.length} scripts, not one.`);
  return { script: scripts[0].trim(), style: styles.join('').trim() };
}

/** What goes into the places of page.html. `boot` unpacks and runs `script`. */
export interface PageParts extends BuiltScript {
  readonly boot: string;
}

/** @param html with a place for each part. @throws Error when a part would end its own element, or has no place */
export function assembledPage(html: string, { boot, script, style }: PageParts): string {
  if (/<\/(script|style)|<!--|\r/i.test(boot + style))
    throw new Error('Script or style of the page hold what would end their element.');
  const packed = toSevenBits(deflateRawSync(script, { level: 9 }));
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(boot)} ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    `img-src blob: data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const parts: readonly (readonly [string, string])[] = [
    ['{{policy}}', policy],
    ['<style></style>', `<style>${style}</style>`],
    ['id="script"></script>', `id="script">${packed}</script>`],
    ['<script></script>', `<script>${boot}</script>`],
  ];
  return parts.reduce((text, [place, part]) => {
    if (text.split(place).length !== 2) throw new Error(`The page needs ${place} once.`);
    return text.replace(place, () => part);
  }, html);
}

async function webPage(root: string): Promise<string> {
  const html = await readFile(join(root, PAGE_FOLDER, 'page.html'), 'utf8');
  const [main, { script: boot }] = await Promise.all([
    builtScript(root, 'main.ts'),
    builtScript(root, 'boot.ts'),
  ]);
  return assembledPage(html, { ...main, boot });
}

/** @param root folder of the project */
export function playerScripts(root: string): Plugin {
  return {
    name: 'player-scripts',
    resolveId: (id) => (id === KERNELS || id === PAGE ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${KERNELS}`)
        return asModule(await packedKernels(root, (file) => this.addWatchFile(file)));
      return id === `\0${PAGE}` ? asModule(await webPage(root)) : null;
    },
  };
}
