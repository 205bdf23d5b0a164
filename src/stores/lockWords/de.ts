// Deutsche Texte über Einstellungen, die ein Unterrichtslink festhält.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  stays: 'Es bleibt, wie der Unterrichtslink es festgelegt hat',
  staysWhy: 'Der Unterrichtslink, der diese Seite geöffnet hat, hält diese Einstellung fest.',
  staysThese: 'Der Unterrichtslink, der diese Seite geöffnet hat, hält diese Einstellungen fest: {names}.',
  hint: '„Alle Regler freigeben“ oben erlaubt jede Änderung.',
  stepsFixed: 'Der Lauf hat alle seine Schritte gemacht',
  stepsFixedWhy: 'Der Unterrichtslink hält ihre Zahl fest, deshalb geht er nicht weiter.',
  otherRun: 'Dieser Lauf hat andere Einstellungen als der Unterrichtslink',
  otherRunWhy: 'Er lässt sich ansehen; „Training“ beginnt einen neuen Lauf mit den Einstellungen des Links.',
  otherLab: 'Das Labor hat andere Einstellungen als der Unterrichtslink',
  otherLabWhy:
    'Es lässt sich ansehen; seine Läufe werden nicht trainiert, solange der Link die Einstellungen festhält.',
  otherPlace: 'Dieser Unterricht bleibt, wo er ist',
  otherPlaceWhy: 'Sein Link hält fest, was gelernt wird; das gehört zu „{place}“.',
} as const satisfies SameWords<typeof english>;
