// Runs the checks of WebGPU under Node (src/testing/dawnChecks.ts) in this process, for the test that reads what it prints.
import { runThroughVite } from './runThroughVite';

await runThroughVite('/src/testing/dawnChecks.ts', 'checkDawn');
