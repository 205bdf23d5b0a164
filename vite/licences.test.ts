// Every package that a build takes modules of is in the list, from workers too, with its own text.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { licences, LICENCES_FILE, packageFolder } from './licences';

const root = fileURLToPath(new URL('..', import.meta.url));

it('knows the package of a module', () => {
  expect(packageFolder('/p/node_modules/@vue/shared/dist/a.js')).toBe('/p/node_modules/@vue/shared');
  expect(packageFolder('\0/p/node_modules/idb/build/index.js?commonjs')).toBe('/p/node_modules/idb');
  expect(packageFolder('/p/node_modules/a/node_modules/b/c.wasm?url')).toBe(
    '/p/node_modules/a/node_modules/b',
  );
  expect(packageFolder('/p/src/main.ts')).toBeNull();
});

it('lists what the page and its workers bundle', async () => {
  const { page, worker } = licences(root);
  const sources: Readonly<Record<string, string>> = {
    '/page.js': `import 'idb'; new Worker(new URL('/own.js', import.meta.url), { type: 'module' });`,
    '/own.js': `import { deflateSync } from 'fflate'; postMessage(deflateSync);`,
  };
  const given = {
    name: 'given',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id in sources ? id : null),
    load: (id: string) => sources[id.split('?')[0]] ?? null,
  };
  const built = await build({
    ...{ root, configFile: false, logLevel: 'error', publicDir: false },
    plugins: [given, page],
    worker: { format: 'es', plugins: () => [given, worker()] },
    build: { write: false, rolldownOptions: { input: '/page.js' } },
  });
  const [output] = [built].flat();
  const files = 'output' in output ? output.output : [];
  const text = files.find(({ fileName }) => fileName === LICENCES_FILE);
  const words = text?.type === 'asset' ? String(text.source) : '';
  expect(words).toMatch(/^Ganvas\n\nMIT License/);
  expect(words).toMatch(/\nidb [\d.]+\nLicence: ISC\n\nISC License/);
  expect(words).toMatch(/\nfflate [\d.]+\nLicence: MIT\n\nMIT License/);
});
