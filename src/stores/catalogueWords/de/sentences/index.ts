// German texts of what the worker and the stores say, by the English text; `{name}` is a gap.
import settings from './settings';
import engine from './engine';
import health from './health';
import files from './files';
import misc from './misc';
import titles from './titles';

export default { ...settings, ...engine, ...health, ...files, ...misc, ...titles };
