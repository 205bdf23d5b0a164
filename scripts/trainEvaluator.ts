// `npm run train:evaluator -- mnist`: trains the classifiers that judge samples and writes them to public/models. The
// training is evaluatorTraining.ts.
import { runThroughVite } from './runThroughVite';

await runThroughVite('/scripts/evaluatorTraining.ts', 'trainEvaluator');
