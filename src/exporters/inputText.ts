// What an exported generator takes, as a text that stands in the file itself where its format has a place for words, so that
// the file alone says that classes stand behind the noise. Files of generators that know no classes say nothing.
import type { GeneratorInput } from '../protocol';

/** What an attribute or a field that holds it is called. */
export const INPUT_TEXT = 'ganvas_input';

/** Empty where no classes are known. */
export const inputText = (input: GeneratorInput | null | undefined): string =>
  input && input.classes > 0 ? `input: ${input.latent} noise, ${input.classes} classes` : '';

/** The classes that such a text, anywhere in another, counts; 0 where there is none. */
export const classesInText = (text: string): number =>
  Number(/input: \d{1,4} noise, (\d{1,4}) classes/.exec(text)?.[1] ?? 0);
