// The rooms of the project: writes the table of docs/ARCHITECTURE.md from docs/rooms.json (`npm run rooms`), or says where
// the two, or the folders on the disk, differ (`npm run check:rooms`). The import rules read docs/rooms.json themselves
// (.dependency-cruiser.cjs).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import roomsJson from '../docs/rooms.json';
import { faultsOfRooms, roomsTable, withTable, type House } from './roomsTable';
import { repositoryRoot } from './runTool';

const house: House = roomsJson;
const path = join(repositoryRoot, 'docs', 'ARCHITECTURE.md');
const foldersIn = (folder: string): string[] =>
  readdirSync(join(repositoryRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const text = readFileSync(path, 'utf8');
const options = await resolveConfig(path);
const renewed = await format(withTable(text, roomsTable(house)), { ...options, filepath: path });
const faults = faultsOfRooms(house, foldersIn('src'), foldersIn('.'));

if (process.argv.includes('--check')) {
  if (renewed !== text)
    faults.push('The table of docs/ARCHITECTURE.md differs from docs/rooms.json: npm run rooms.');
} else {
  writeFileSync(path, renewed);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
