// German texts of lesson links.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  strip: {
    label: 'Unterrichtslink',
    fixed: 'Eine Einstellung ist festgelegt. | {count} Einstellungen sind festgelegt.',
    hidden: 'Eine ist verborgen. | {count} sind verborgen.',
    everySteps: 'Der Lauf hält nach jedem Schritt an. | Der Lauf hält alle {count} Schritte an.',
    everyMinutes: 'Der Lauf hält jede Minute an. | Der Lauf hält alle {count} Minuten an.',
    paused: 'Angehalten bei Schritt {step}, wie der Unterrichtslink es sagt. „Training“ geht weiter.',
    open: 'Alle Regler freigeben',
    openHint: 'Jede Einstellung und jeder Teil der Seite, was auch immer der Unterrichtslink festhält',
  },
  opened: {
    title: 'Alle Regler sind frei',
    text: 'Der Unterrichtslink hält nichts mehr fest.',
    undo: 'Wieder sperren',
  },
  title: 'Unterrichtslink vorbereiten',
  intro:
    'Der Link öffnet „{place}“ mit den Einstellungen, die dort jetzt stehen. Wähle, was eine Klasse ändern darf, und gib ihn weiter: Er braucht kein Konto, und nichts wird irgendwo gespeichert außer im Link.',
  toSettings: 'Einstellungen ändern',
  locked:
    'Diese Seite wurde mit einem Unterrichtslink geöffnet. Gib alle Regler frei, um einen anderen vorzubereiten.',
  controls: {
    title: 'Regler',
    others: 'Alle Regler, die unten nicht genannt sind',
    front: 'Vorn',
    own: 'Wie alle anderen',
    count: '{count} eigens gewählt',
  },
  rights: { allow: 'Erlaubt', fix: 'Festgelegt', hide: 'Verborgen' },
  rightsHelp:
    'Erlaubt: darf geändert werden. Festgelegt: ist zu sehen und bleibt. Verborgen: ist nicht zu sehen und bleibt.',
  panels: {
    title: 'Teile der Seite',
    settings: 'Einstellungen',
    timeline: 'Zeitleiste der Bilder',
    charts: 'Diagramme',
    quality: 'Güte',
    log: 'Protokoll',
    networks: 'Netze, Schicht für Schicht',
    health: 'Rat, wenn etwas schiefgeht',
    places: 'Andere Orte',
  },
  more: {
    title: 'Startwert, Pausen, Notiz',
    seed: 'Startwert',
    seedHelp: 'Mit demselben Startwert sehen alle dieselben Bilder.',
    pause: 'Der Lauf hält von selbst an',
    never: 'nie',
    steps: 'alle … Schritte',
    minutes: 'alle … Minuten Training',
    stepCount: 'Schritte, bis er anhält',
    minuteCount: 'Minuten, bis er anhält',
    note: 'Notiz an die Klasse',
    noteHelp: 'Steht über jedem Ort. Noch {left} Zeichen.',
  },
  result: {
    title: 'Weitergeben',
    link: 'Link',
    copyLink: 'Link kopieren',
    try: 'In neuem Tab ausprobieren',
    qr: 'QR-Code des Links',
    saveQr: 'Als SVG sichern',
    large: 'Groß zeigen',
    tooLong:
      'Der Link ist zu lang für einen QR-Code, den ein Telefon lesen kann. Kürze die Notiz oder gib den Link weiter.',
    dense: 'Der Code ist dicht: Zeige ihn groß. Eine kürzere Notiz macht ihn gröber.',
    embed: 'Für eine Kursseite',
    copyEmbed: 'HTML kopieren',
    embedHelp:
      'Eine Kursseite eines anderen Servers darf diese Seite nur zeigen, wo diese es erlaubt: Sie muss mit EMBED_IN ausgeliefert werden, das den Server des Kurses nennt.',
    frameTitle: 'Ganvas: Ein Netz lernt zeichnen',
  },
  copied: 'Kopiert',
} satisfies SameWords<typeof english>;
