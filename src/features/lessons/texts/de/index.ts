// The texts of one language, by the ids of their lessons; the guide for teachers is a document of the project, too.
import teaching from '../../../../../docs/teaching.de.md?raw';
import { byName } from '../../byName';

export default {
  ...byName(import.meta.glob<string>('./*.md', { query: '?raw', import: 'default', eager: true })),
  teaching,
};
