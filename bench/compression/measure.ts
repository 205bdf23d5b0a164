// Makes a trained MNIST run smaller in every way that the page offers and prints the comparison table. Usage: README.md
// beside this file. The work is table.ts's.
import { runThroughVite } from '../../scripts/runThroughVite';

await runThroughVite('/bench/compression/table.ts', 'printTable', process.argv.slice(2));
