// What an exported generator takes, as a text that stands in the file itself where its format has a place for words, so that
// the file alone says that classes stand behind the noise, or what the shares of a classifier are of. Files of generators that know no classes say nothing.
import type { GeneratorInput } from '../protocol';

/** What an attribute or a field that holds it is called. */
export const INPUT_TEXT = 'ganvas_input';

/** Begins what a network that names pictures says, before the names as a JSON list. */
const CLASSIFIER = 'classifier: ';
/** Of names that are read; a label is one byte. */
const MOST_NAMES = 256;

/** Empty where no classes are known. */
export function inputText(input: GeneratorInput | null | undefined): string {
  if (input?.names) return `${CLASSIFIER}${JSON.stringify(input.names)}`;
  return input && input.classes > 0 ? `input: ${input.latent} noise, ${input.classes} classes` : '';
}

/** The names of the classes whose shares a network gives, in such a text anywhere in another; null where there are none. */
export function namesInText(text: string): readonly string[] | null {
  const start = text.indexOf(`${CLASSIFIER}[`);
  if (start < 0) return null;
  const list = /^\[(?:"(?:[^"\\]|\\.)*",?)*\]/.exec(text.slice(start + CLASSIFIER.length))?.[0];
  try {
    const names: unknown = JSON.parse(list ?? '');
    const isName = (name: unknown): name is string => typeof name === 'string';
    return Array.isArray(names) && names.length <= MOST_NAMES && names.every(isName) ? names : null;
  } catch {
    return null; // cut off, or written by another program
  }
}

/** The classes that such a text, anywhere in another, counts; 0 where there is none. */
export const classesInText = (text: string): number =>
  Number(/input: \d{1,4} noise, (\d{1,4}) classes/.exec(text)?.[1] ?? 0);
