// Spanish texts of what the worker and the stores say, by the English text; `{name}` is a gap.
import settings from './settings';
import engine from './engine';
import health from './health';
import files from './files';
import imports from './imports';
import links from './links';
import misc from './misc';
import titles from './titles';

export default { ...settings, ...engine, ...health, ...files, ...imports, ...links, ...misc, ...titles };
