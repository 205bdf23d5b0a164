// Who reads a file that was written with some choices, in words. Pure; what there is to say stands in exporters/readBy.
import type { ChoiceParam, ParamValues } from './paramSpec';

/** A program that reads the files of a variant. */
export interface FileReader {
  /** With the versions that do, without a full stop. */
  readonly words: string;
  /** Where only files that were written with this choice can be read. */
  readonly only?: { readonly option: string; readonly value: string };
}

/** The readers of files that were written with these options. */
export const readersOf = (readers: readonly FileReader[], options: ParamValues): readonly string[] =>
  readers.filter(({ only }) => !only || options[only.option] === only.value).map(({ words }) => words);

/** Each option with what was chosen, as a person reads it. */
export const optionWords = (
  specs: readonly ChoiceParam[],
  options: ParamValues,
): readonly { readonly label: string; readonly choice: string }[] =>
  specs.flatMap(({ id, label, choices }) => {
    const chosen = choices.find(({ value }) => value === options[id]);
    return chosen ? [{ label, choice: chosen.label }] : [];
  });
