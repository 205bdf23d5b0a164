// A line of words with a little mark-up, in pieces: `**strong**`, `*stressed*`, and `[text](where)`, where a place of the page,
// another file, or one of the roles that have a colour stands in brackets. Pure; RichText.vue shows it.
import type { SeriesRole } from '../core/taskFacts';

const ROLES: readonly SeriesRole[] = ['generator', 'discriminator', 'real'];

export type RichPiece =
  | { readonly kind: 'plain' | 'strong' | 'stressed'; readonly text: string }
  | { readonly kind: 'role'; readonly text: string; readonly role: SeriesRole }
  /** `to` begins with a slash for a place of the page. */
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

const MARKS = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/gu;

/** Signs of mark-up in what is no mark-up, in a range that no font and no keyboard has, until the pieces are cut. */
const SIGNS = '*[]()';
const HIDDEN = 0xe000;
/** For a value that is put into a line: a name of a person's with an asterisk in it stays what it is. */
export const unmarked = (value: string): string =>
  value.replace(/[*[\]()]/gu, (sign) => String.fromCharCode(HIDDEN + SIGNS.indexOf(sign)));
const shown = (text: string): string =>
  text.replace(/[\ue000-\ue004]/gu, (hidden) => SIGNS[hidden.charCodeAt(0) - HIDDEN]);

/** Put together, the pieces are the text without its marks. */
export function richPieces(line: string): readonly RichPiece[] {
  const pieces: RichPiece[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKS)) {
    const [whole, strong, stressed, text = '', where = ''] = found;
    if (found.index > from) pieces.push({ kind: 'plain', text: line.slice(from, found.index) });
    const role = ROLES.find((one) => one === where);
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (stressed !== undefined) pieces.push({ kind: 'stressed', text: stressed });
    else if (role) pieces.push({ kind: 'role', text, role });
    else pieces.push({ kind: 'link', text, to: where });
    from = found.index + whole.length;
  }
  if (from < line.length) pieces.push({ kind: 'plain', text: line.slice(from) });
  return pieces.map((piece) => ({ ...piece, text: shown(piece.text) }));
}
