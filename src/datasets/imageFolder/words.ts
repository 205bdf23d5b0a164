// Lists of files in sentences: the first few, and how many more.
import type { LeftOut } from '../../protocol';

const NAMED_AT_MOST = 5;

/** The first few names and how many more. */
export function nameSome(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return names.slice(0, NAMED_AT_MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The same with the reason for each. */
export const listLeftOut = (files: readonly LeftOut[]): string =>
  nameSome(files.map(({ path, reason }) => `${path} (${reason})`));

/** A sentence about files that were left out; none where none was. */
export function sayLeftOut(files: readonly LeftOut[]): readonly string[] {
  if (files.length === 0) return [];
  return [
    files.length === 1
      ? `One file was left out: ${listLeftOut(files)}.`
      : `${files.length} files were left out: ${listLeftOut(files)}.`,
  ];
}

/** The same beside files that were said before. */
export function sayOthersLeftOut(files: readonly LeftOut[]): readonly string[] {
  if (files.length === 0) return [];
  return [
    files.length === 1
      ? `One other file was left out: ${listLeftOut(files)}.`
      : `${files.length} other files were left out: ${listLeftOut(files)}.`,
  ];
}

/** A sentence about pictures without colour among `count` that shall have some; empty where there are none. */
export function sayGrey(paths: readonly string[], count: number): string {
  if (paths.length === 0) return '';
  if (paths.length === count)
    return count === 1
      ? 'It has no colour: as a grey image it takes a third of the memory.'
      : 'None of them has a colour: as grey images they take a third of the memory.';
  return paths.length === 1
    ? `One of them is grey and stays so among the coloured ones: ${paths[0]}.`
    : `${paths.length} of them are grey and stay so among the coloured ones: ${nameSome(paths)}.`;
}

/** A sentence about pictures that are animations; empty where there are none. */
export function sayAnimated(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return paths.length === 1
    ? `One is an animation, of which the first picture is used: ${paths[0]}.`
    : `${paths.length} are animations, of which the first pictures are used: ${nameSome(paths)}.`;
}
