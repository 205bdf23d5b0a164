// Whether a zip is a saved run of this page and no model.
import { readZip } from '../archives/zipBytes';
import type { GivenFile } from './define';

/** @throws what reading a damaged zip throws */
export const isRunZip = ({ bytes }: GivenFile): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  readZip(bytes).some(({ name }) => /^([^/]+\/)?run\.json$/.test(name));
