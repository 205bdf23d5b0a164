// The dictionaries of what the worker and the stores say: the same sentences and gaps in every language, each of them one
// that the source has, and every sentence of the rules that a student meets first.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import german from './de/sentences';
import spanish from './es/sentences';
import chinese from './zh/sentences';

const SRC = path.resolve(import.meta.dirname, '../..');
/** Where sentences come from that the page shows. */
const SOURCES = [
  ...['core', 'datasets', 'training', 'worker', 'checkpoints', 'stores', 'client', 'metrics/evaluator'],
  ...['engine/backends', 'engine/openEngine.ts', 'engine/simd/errors.ts', 'engine/simd/module.ts'],
  ...['exporters/readBy.ts', 'exporters/prove.ts', 'graph/boardProfile.ts', 'features/board', 'features/lab'],
];
/** Files of which every sentence is there. */
const WHOLE = ['core/compatibility.ts', 'stores/errorTitle.ts', 'training/health'];

const filesOf = (at: string): readonly string[] =>
  statSync(path.join(SRC, at)).isFile()
    ? [at]
    : readdirSync(path.join(SRC, at), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|catalogueWords|glyphs/.test(name))
        .map((name) => path.join(at, name));

/** A text of the source, with null for each gap. */
type Template = readonly (string | null)[];

function templateOf(node: ts.Node): Template | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.flatMap((span) => [null, span.literal.text])];
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null;
  const [left, right] = [templateOf(node.left), templateOf(node.right)];
  return left || right ? [...(left ?? [null]), ...(right ?? [null])] : null;
}

/** What stands in the gaps of a text. */
function gapsIn(node: ts.Node): readonly ts.Node[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (!ts.isBinaryExpression(node)) return [];
  return [node.left, node.right].flatMap((side) => (templateOf(side) ? gapsIn(side) : [side]));
}

function templatesOf(file: string): readonly Template[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(SRC, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: Template[] = [];
  const visit = (node: ts.Node): void => {
    const template = ts.isImportDeclaration(node) ? null : templateOf(node);
    if (!template) ts.forEachChild(node, visit);
    else {
      found.push(template);
      for (const gap of gapsIn(node)) visit(gap);
    }
  };
  visit(source);
  return found;
}

const lengthOf = (template: Template): number => template.reduce((sum, part) => sum + (part?.length ?? 0), 0);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const patternOf = (template: Template): RegExp =>
  new RegExp(`^${template.map((part) => (part === null ? '.*' : escaped(part))).join('')}$`, 'su');
/** Two words and more that begin like a sentence. */
const isSentence = (template: Template): boolean =>
  /^[^\s;,].*[a-z’]{2,} [a-z]/su.test(template.map((part) => part ?? 'x').join(''));

const gapsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/gu) ?? [])].toSorted();
const keys = Object.keys(german);

describe('sentences of the worker', () => {
  it.each([
    ['Spanish', spanish],
    ['Chinese', chinese],
    ['German', german],
  ] as const)('are the same with the same gaps in %s', (_, texts: Readonly<Record<string, string>>) => {
    expect(Object.keys(texts)).toEqual(keys);
    for (const [english, said] of Object.entries(texts))
      expect(gapsOf(said), english).toEqual(gapsOf(english));
  });

  it('are those of the source', () => {
    const templates = SOURCES.flatMap(filesOf).flatMap(templatesOf);
    const known = templates
      .filter((one) => lengthOf(one) >= 4)
      .map((one) => [lengthOf(one), patternOf(one)] as const);
    const ofNothing = keys.filter((key) => {
      const own = key.replace(/\{\w+\}/gu, '').length;
      return !known.some(([length, pattern]) => 3 * length >= own && pattern.test(key));
    });
    expect(ofNothing).toEqual([]);
  });

  it.each(WHOLE)('are whole of %s', (at) => {
    const templates = filesOf(at).flatMap(templatesOf).filter(isSentence);
    const missing = templates.filter((one) => !keys.some((key) => patternOf(one).test(key)));
    expect(missing.map((one) => one.map((part) => part ?? '{}').join(''))).toEqual([]);
  });
});
