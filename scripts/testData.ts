// Imported for its effect by the test configurations: DATASETS_DIR points at ../shared/data beside the repository unless
// it says otherwise, so that tests find real data there; without that folder the tests that need it are skipped by name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './runTool';

const beside = join(repositoryRoot, '..', 'shared', 'data');
if (!process.env.DATASETS_DIR && existsSync(beside)) process.env.DATASETS_DIR = beside;
