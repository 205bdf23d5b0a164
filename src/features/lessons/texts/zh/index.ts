// The texts of one language, by the ids of their lessons.
import { byName } from '../../byName';

export default byName(import.meta.glob<string>('./*.md', { query: '?raw', import: 'default', eager: true }));
