// German texts of where runs are kept, and what the page and its worker say of each other, by the English text; `{name}` is a gap.
export default {
  'The run cannot be saved: {name} is {value}.': 'Der Lauf lässt sich nicht speichern: {name} ist {value}.',
  'Report this; the last checkpoint is kept.': 'Melde das; der letzte Speicherstand bleibt.',
  'file storage': 'Dateispeicher',
  database: 'Datenbank',
  'it gave nothing back': 'er gab nichts zurück',
  'it gave {found} back': 'er gab {found} zurück',
  "A part of the browser's storage cannot be used now; runs that were saved there are not shown.":
    'Ein Teil des Browserspeichers ist jetzt nicht benutzbar; Läufe, die dort gespeichert wurden, werden nicht gezeigt.',
  "A part of the browser's storage cannot be used now{why}; runs that were saved there are not shown.":
    'Ein Teil des Browserspeichers ist jetzt nicht benutzbar{why}; Läufe, die dort gespeichert wurden, werden nicht gezeigt.',
  'Runs of an earlier visit could not be moved and are not shown ({reason}); they are kept.':
    'Läufe eines früheren Besuchs ließen sich nicht umziehen und werden nicht gezeigt ({reason}); sie bleiben erhalten.',
  'No room after {count} bytes': 'Kein Platz nach {count} Bytes',
  'The name {name} has {count} characters.': 'Der Name {name} hat {count} Zeichen.',
  'Give the run a name of 1 to {most} characters.': 'Gib dem Lauf einen Namen mit 1 bis {most} Zeichen.',
  'Run without a name': 'Lauf ohne Namen',
  'The tensor {name} [{shape}] with {count} values cannot be saved.':
    'Der Tensor {name} [{shape}] mit {count} Werten lässt sich nicht speichern.',
  'Report this: each tensor needs its own name and as many values as its shape holds.':
    'Melde das: Jeder Tensor braucht einen eigenen Namen und so viele Werte, wie seine Form fasst.',
  'The samples of step {step} have {found} bytes, expected {expected}.':
    'Die erzeugten Bilder von Schritt {step} haben {found} Bytes, erwartet waren {expected}.',
  'Report this: pixels must fill count * height * width * channels.':
    'Melde das: Die Pixel müssen count * height * width * channels füllen.',
  'a web page came instead of the file': 'statt der Datei kam eine Webseite',
  'an empty answer came': 'es kam eine leere Antwort',
  'more than the expected {count} bytes came': 'es kamen mehr als die erwarteten {count} Bytes',
  'only {count} bytes came': 'es kamen nur {count} Bytes',
  'nothing came for {count} seconds': '{count} Sekunden lang kam nichts',
  'No id of a run.': 'Keine Kennung eines Laufs.',
  'the CPU engine with relaxed SIMD': 'der CPU-Maschine mit Relaxed SIMD',
  'the CPU engine with plain SIMD': 'der CPU-Maschine mit einfachem SIMD',
  'It was trained on {before} and repeats here on {now}, which round differently: its losses will differ, in the last digits at first.':
    'Er wurde mit {before} trainiert und wird hier mit {now} wiederholt; beide runden verschieden: Seine Verluste werden abweichen, zuerst in den letzten Stellen.',
  'the browser ended what keeps the page. What came is kept; press the button again to go on.':
    'der Browser hat beendet, was die Seite behält. Was da ist, bleibt; drück den Knopf noch einmal, um weiterzumachen.',
  'Not all of the page could be fetched.': 'Nicht die ganze Seite ließ sich holen.',
  '{fastest}: {times}x {second} here': '{fastest}: hier {times}-mal so schnell wie {second}',
  '{fastest}: as fast as {second} here': '{fastest}: hier so schnell wie {second}',
  'This run was trained on {before} and goes on with {now}, so its losses differ in the last digits from those of a run that stayed.':
    'Dieser Lauf wurde mit {before} trainiert und geht mit {now} weiter; darum weichen seine Verluste in den letzten Stellen von denen eines Laufs ab, der geblieben ist.',
  'To go on to the bit, choose {before} as backend, under Engine in the settings.':
    'Um bitgenau weiterzumachen, wähle {before} als Backend, unter „Rechenmaschine“ in den Einstellungen.',
  'It takes effect at the next step.': 'Es wirkt ab dem nächsten Schritt.',
  'Another engine': 'Andere Rechenmaschine',
  'The page that embeds this one does not isolate it from other origins (headers of its own, and allow="cross-origin-isolated" on the frame), so there is one thread only. Opened on its own it may have more.':
    'Die Seite, die diese einbettet, trennt sie nicht von anderen Ursprüngen (eigene Kopfzeilen, und allow="cross-origin-isolated" am Rahmen); darum gibt es nur einen Thread. Für sich geöffnet hat sie vielleicht mehr.',
  'A message of the worker was unreadable.': 'Eine Nachricht des Workers war unlesbar.',
  'This browser is too old to train: it cannot read the script that does{detail}.':
    'Dieser Browser ist zu alt zum Trainieren: Er kann das Skript dafür nicht lesen{detail}.',
  'A request that did not end': 'Eine Anfrage, die nicht endete',
  'The page closed the worker.': 'Die Seite hat den Worker geschlossen.',
  'The training worker waited for a thread of its own for {seconds} s.':
    'Der Trainings-Worker hat {seconds} s auf einen eigenen Thread gewartet.',
  'The training worker did not bring its engine for {seconds} s.':
    'Der Trainings-Worker hat {seconds} s lang seine Rechenmaschine nicht gebracht.',
  'The page starts it again. If that happens again and again, the network is slow or cut, or this device has too little memory: close other tabs, then reload the page.':
    'Die Seite startet ihn neu. Wenn das immer wieder geschieht, ist das Netz langsam oder unterbrochen, oder dieses Gerät hat zu wenig Speicher: Schließe andere Tabs und lade die Seite neu.',
} as const;
