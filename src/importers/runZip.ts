// Whether a zip is a saved run of this page and no model, or holds several of them.
import { readZip } from '../archives/zipBytes';
import type { GivenFile } from './define';

/** @throws what reading a damaged zip throws */
export const isRunZip = ({ bytes }: GivenFile): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  readZip(bytes).some(({ name }) => /^([^/]+\/)?run\.json$/.test(name));

/** Of a zip that holds run files, each in a folder of its own: their names and bytes. None of any other zip. */
export const runZipsIn = ({ bytes }: GivenFile) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? readZip(bytes).filter(({ name }) => /^([^/]+\/){1,2}run\.zip$/.test(name))
    : [];
