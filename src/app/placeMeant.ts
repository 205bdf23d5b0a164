// Which place a path means that may have been typed by hand. Pure.
import { nearestName } from '../core/readLink';
import { PLACES } from '../places';

/** In whatever case, with a slash behind it and with a slip; where the page opens if none is near. */
export function placeMeant(path: string): string {
  const paths: readonly string[] = PLACES.map((place) => place.path);
  const plain = path.toLowerCase().replace(/\/$/, '');
  return paths.find((one) => one === plain) ?? nearestName(plain, paths) ?? paths[0];
}
