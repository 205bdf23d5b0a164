// Writes the kernels of board/native from the text that the C export uses.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NATIVE_FILES } from '../src/exporters/cSource/kernels';

for (const [name, text] of Object.entries(NATIVE_FILES))
  await writeFile(fileURLToPath(new URL(`../board/native/${name}`, import.meta.url)), text);
