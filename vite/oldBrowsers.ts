// What WebKit needs of the built scripts. Checks every build, so that neither comes back: a chunk that imports the entry of a
// worker makes WebKit run that entry a second time, and WebKit before 16.4 (boards have 2.38) cannot parse `static {}`
// blocks, which the bundler adds to keep the names of classes, nor expressions that look back. The blocks become private
// static fields, which it can.
import type { Plugin } from 'vite';

/** A chunk of a build, as far as this looks at it. */
export interface BuiltChunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** Chunks that import an entry, a line each. */
export function importersOfEntries(chunks: readonly BuiltChunk[]): string[] {
  const entries = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  return chunks.flatMap(({ fileName, imports, dynamicImports }) =>
    [...imports, ...dynamicImports]
      .filter((name) => entries.has(name))
      .map((name) => `${fileName} imports ${name}`),
  );
}

/** `static{keep(this,`Name`)}` as a field that is computed at the same time. */
export const withoutNameBlocks = (code: string): string =>
  code.replace(/\bstatic\s*\{\s*([\w$]+\(this,\s*(["'`])[\w$]+\2\));?\s*\}/g, 'static #keptName=$1;');

/** @param of a page's entry may be imported: only workers run theirs anew */
export function oldBrowsers(of: 'page' | 'worker'): Plugin {
  return {
    name: 'old-browsers',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const chunk of chunks) {
        chunk.code = withoutNameBlocks(chunk.code);
        if (/\bstatic\s*\{/.test(chunk.code))
          this.error(`${chunk.fileName} holds a static block, which WebKit before 16.4 cannot parse.`);
        if (/\(\?<[=!]/.test(chunk.code))
          this.error(
            `${chunk.fileName} holds an expression that looks back, which WebKit before 16.4 cannot parse.`,
          );
      }
      const wrong = of === 'worker' ? importersOfEntries(chunks) : [];
      if (wrong.length > 0)
        this.error(
          `An entry is imported, so that WebKit would run it twice: ${wrong.join('; ')}. Let the entry import the rest only.`,
        );
    },
  };
}
