// Texts of the source, read from its syntax: what a dictionary by English sentences must hold, and must not hold beside. For tests.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SRC = path.resolve(import.meta.dirname, '..');

/** A text of the source, with null for each gap. */
type Template = readonly (string | null)[];

const isCode = (name: string): boolean =>
  name.endsWith('.ts') && !/\.test\.ts$|catalogueWords|lockWords|runWords|glyphs/.test(name);

/** @param at file or folder below `src` */
export const filesOf = (at: string): readonly string[] =>
  statSync(path.join(SRC, at)).isFile()
    ? [at]
    : readdirSync(path.join(SRC, at), { recursive: true, encoding: 'utf8' })
        .filter(isCode)
        .map((name) => path.join(at, name));

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

const known = new Map<string, readonly Template[]>();

/** Every text of a file, those inside of others too. */
function templatesOf(file: string): readonly Template[] {
  const found = known.get(file) ?? readTemplates(file);
  known.set(file, found);
  return found;
}

function readTemplates(file: string): readonly Template[] {
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

/**
 * Whether a key of a dictionary is that text, and not a longer one that its gaps would take in. Asked of every key, so what is
 * cheaper to see comes first.
 */
function sayer(template: Template): (key: string) => boolean {
  const [most, pattern] = [3 * lengthOf(template), patternOf(template)];
  const parts = template.filter((part) => part !== null);
  return (key) =>
    parts.every((part) => key.includes(part)) &&
    key.replace(/\{\w+\}/gu, '').length <= most &&
    pattern.test(key);
}

/** Less is a joint between gaps, such as `{} and {}`. */
const LEAST_SAID = 6;

/** Two words and more that begin like a sentence, no markup. */
const isSentence = (template: Template): boolean =>
  lengthOf(template) >= LEAST_SAID &&
  /^[^\s;,<].*[a-z’]{2,} [a-z]/su.test(template.map((part) => part ?? 'x').join(''));

/** `{name}` of a dictionary's sentence, each once. */
const gapsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/gu) ?? [])].toSorted();

/** Sentences that a dictionary lacks or has beside `keys`, and those whose gaps are not the English ones. */
export function unlikeSentences(
  texts: Readonly<Record<string, string>>,
  keys: readonly string[],
): readonly string[] {
  const lacking = keys.filter((key) => !(key in texts));
  const others = Object.keys(texts).filter((key) => !keys.includes(key));
  const unlike = Object.entries(texts).filter(([key, said]) => gapsOf(said).join() !== gapsOf(key).join());
  return [...lacking, ...others, ...unlike.map(([key]) => key)];
}

/** Sentences of the files that no key of a dictionary is; gaps as `{}`. */
export function missingSentences(files: readonly string[], keys: readonly string[]): readonly string[] {
  const templates = files.flatMap(templatesOf).filter(isSentence);
  const missing = templates.filter((one) => !keys.some(sayer(one)));
  return missing.map((one) => one.map((part) => part ?? '{}').join(''));
}

/** Keys that are no text of the files. */
export function unfoundSentences(files: readonly string[], keys: readonly string[]): readonly string[] {
  const texts = files
    .flatMap(templatesOf)
    .filter((one) => lengthOf(one) >= 4)
    .map(sayer);
  return keys.filter((key) => !texts.some((says) => says(key)));
}
