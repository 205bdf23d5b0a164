// Which of the pictures that a person gave is the content and which the style, by their paths alone.
import type { LeftOut } from '../../protocol';
import { DatasetFileError } from '../errors';

export type StyleRole = 'content' | 'style';
export const STYLE_ROLES: readonly StyleRole[] = ['content', 'style'];

const HOW = 'Give two pictures, or one in a folder named content or style.';

export interface PlacedPicture<T> {
  readonly role: StyleRole;
  readonly image: T;
}

/** The role that a picture had when it was kept: its first folder. */
export const keptRole = (path: string): StyleRole | undefined =>
  STYLE_ROLES.find((role) => path.startsWith(`${role}/`));

/** The role that a folder or the file's name says; none where nothing does, or both. */
function saidRole(path: string): StyleRole | undefined {
  const parts = path.toLowerCase().split('/');
  const said = STYLE_ROLES.filter((role) => parts.slice(0, -1).includes(role));
  const named = STYLE_ROLES.filter((role) => parts.at(-1)?.includes(role));
  const [role] = said.length === 1 ? said : named;
  return said.length > 1 || (said.length === 0 && named.length > 1) ? undefined : role;
}

/**
 * One picture for each role at most. What says nothing of its role fills those that are free, the content first; of several
 * for a role the first counts.
 * @param kept roles of which a picture is on the device already: one picture alone takes the role that is missing
 * @throws DatasetFileError where it cannot be told which a picture is
 */
export function placePictures<T extends { readonly path: string }>(
  images: readonly T[],
  kept: readonly StyleRole[],
): { readonly placed: readonly PlacedPicture<T>[]; readonly leftOut: readonly LeftOut[] } {
  const placed: PlacedPicture<T>[] = [];
  const leftOut: LeftOut[] = [];
  const isFree = (role: StyleRole): boolean => !placed.some((one) => one.role === role);
  const silent: T[] = [];
  for (const image of images) {
    const role = saidRole(image.path);
    if (role === undefined) silent.push(image);
    else if (isFree(role)) placed.push({ role, image });
    else leftOut.push({ path: image.path, reason: `there is another ${role} picture` });
  }
  const missing = STYLE_ROLES.filter((role) => isFree(role) && !kept.includes(role));
  const free = images.length > 1 ? STYLE_ROLES.filter(isFree) : missing;
  if (silent.length === 1 && images.length === 1 && free.length === 0) {
    throw new DatasetFileError(
      `It cannot be told whether ${silent[0].path} is to be the content or the style.`,
      HOW,
    );
  }
  silent.forEach((image, i) => {
    const role = free.at(i);
    if (role && i < free.length) placed.push({ role, image });
    else leftOut.push({ path: image.path, reason: 'one content and one style picture are used' });
  });
  return { placed, leftOut };
}
