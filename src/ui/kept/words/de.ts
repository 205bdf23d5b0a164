// German texts about the page that is kept on the device.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Ohne Netz',
  kept: 'Diese Seite öffnet sich ohne Netz. Was du einmal benutzt, bleibt hier, auch Läufe und Datensätze. Dein Browser kann sie auch als App installieren.',
  starting: 'Die Seite wird auf diesem Gerät abgelegt…',
  off: 'Die Seite liegt nicht auf diesem Gerät: Sie braucht jedes Mal das Netz. Gespeicherte Läufe bleiben.',
  impossible:
    'Dieser Browser legt hier keine Seite ab: Über einfaches HTTP, in einem privaten Fenster oder in einem Rahmen darf er es nicht. Mit Netz geht alles.',
  whole: 'Alles ist hier: {size}.',
  part: '{size} von {all} sind hier: was jeder Besuch braucht und was du benutzt hast.',
  fetching: 'Die ganze Seite wird geholt',
  fetchAll: 'Alles holen, etwa für eine Fahrt ({size})',
  remove: 'Nichts von der Seite behalten',
  keep: 'Die Seite auf diesem Gerät ablegen',
  problem: 'Nicht alles konnte geholt werden: {reason}',
} satisfies SameWords<typeof english>;
