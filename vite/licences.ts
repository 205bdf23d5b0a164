// The licences of what the built page bundles, as licences.txt beside it: every package whose modules went into the page or
// its workers, with its own licence text. A bundled package that says nothing of a licence ends the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const LICENCES_FILE = 'licences.txt';

/** Folder of the package that a module belongs to, or null for modules of the project and of the bundler. */
export function packageFolder(moduleId: string): string | null {
  const [path] = moduleId.replace(/^\0/, '').replaceAll('\\', '/').split('?');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

const stringAt = (data: unknown, key: string): string => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
  return typeof value === 'string' ? value : '';
};

/** What a README says under its heading of the licence; null where it has none. */
function sectionOf(folder: string): string | null {
  const readme = readdirSync(folder).find((file) => /^readme(\.md)?$/i.test(file));
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8');
  return /^(?:#+ *)?licen[cs]e\b[^\n]*\n[\s\S]*/im.exec(text)?.[0].trim() ?? null;
}

/** The Apache licence, which many name and do not bring along: as a package that is under it has it. */
const apacheText = (root: string): string =>
  readFileSync(join(root, 'node_modules/flatbuffers/LICENSE'), 'utf8').trim();

/** Name, version, licence and its text of one package. @throws Error where it says nothing of a licence */
export function licenceOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [name, version, licence] = ['name', 'version', 'license'].map((key) => stringAt(manifest, key));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (licence === '' && texts.length === 0)
    throw new Error(`${name} is bundled and says nothing of its licence (${folder}).`);
  const words =
    texts.length > 0
      ? texts
      : [sectionOf(folder) ?? `${stringAt(manifest, 'author') || 'Its authors'}, under ${licence}.`];
  return [`${name} ${version}`, `Licence: ${licence || 'see below'}`, '', ...words].join('\n');
}

/** What one build bundles: what notes it, and what is then known of it. */
interface Licences {
  readonly page: Plugin;
  readonly worker: () => Plugin;
  readonly text: () => string;
}

/**
 * `page` for the page's plugins, `worker` for those of its workers, which are bundled by themselves and before it; `text` is the
 * licences of what has been bundled so far.
 * @param root folder of the project
 */
export function licences(root: string): Licences {
  const folders = new Set<string>();
  function note(ids: Iterable<string>): void {
    for (const id of ids) {
      const folder = packageFolder(id);
      if (folder !== null) folders.add(folder);
    }
  }
  function text(): string {
    const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
    const parts = [`Ganvas\n\n${own}`, ...[...new Set([...folders].map(licenceOf))].sort()];
    parts.push(`Apache-2.0, the licence of those above that name it\n\n${apacheText(root)}`);
    return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
  }
  const worker = (): Plugin => ({
    name: 'licences-of-workers',
    generateBundle() {
      note(this.getModuleIds());
    },
  });
  const page: Plugin = {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      note(this.getModuleIds());
      this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: text() });
    },
  };
  return { page, worker, text };
}
