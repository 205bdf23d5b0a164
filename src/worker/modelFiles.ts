// Files of the app's folder `models/`, fetched from beside the page.
import { GanvasError } from '../core/errors';
import { appBaseUrl } from '../datasets/appBase';

/** A file that comes with the page could not be had. */
export class ModelFileError extends GanvasError {}

/** @throws ModelFileError when the server does not give it */
export async function readModelFile(name: string): Promise<Uint8Array> {
  const base = appBaseUrl();
  const response = base ? await fetch(`${base}models/${name}`) : null;
  if (response?.ok) return new Uint8Array(await response.arrayBuffer());
  throw new ModelFileError(
    `models/${name} is not there (${response ? `status ${response.status}` : 'no server'}).`,
    'The site is incomplete; put the folder models/ beside the page.',
  );
}
