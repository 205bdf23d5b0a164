// What an exported generator takes, as a text that stands in the file itself where its format has a place for words, so that
// the file alone says that classes stand behind the noise, that several generators share the input, or what the shares of a
// classifier are of. Files of single generators that know no classes say nothing.
import type { InputChoice } from '../core/importedGenerator';
import type { GeneratorInput } from '../protocol';

/** What an attribute or a field that holds it is called. */
export const INPUT_TEXT = 'ganvas_input';

/** Begins what a network that names pictures says, before the names as a JSON list. */
const CLASSIFIER = 'classifier: ';
/** Of names that are read; a label is one byte. */
const MOST_NAMES = 256;

/**
 * Empty where nothing is chosen beside the noise.
 * @param generators that share the input; counts where `input` is null
 */
export function inputText(input: GeneratorInput | null | undefined, generators = 1): string {
  if (input === null && generators > 1)
    return `input: noise in one of ${generators} slots, a slot for each generator`;
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

/** What such a text, anywhere in another, says is chosen beside the noise; null where it says nothing of it. */
export function choiceInText(text: string): InputChoice | null {
  const classes = Number(/input: \d{1,4} noise, (\d{1,4}) classes/.exec(text)?.[1] ?? 0);
  if (classes > 0) return { source: 'labels', count: classes };
  const generators = Number(/input: noise in one of (\d{1,4}) slots/.exec(text)?.[1] ?? 0);
  return generators > 1 ? { source: 'generators', count: generators } : null;
}
