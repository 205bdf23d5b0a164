// German sentences on the engine, its workers and what stops a run, by the English text.
export default {
  'WebAssembly relaxed SIMD on 1 thread': 'WebAssembly, Relaxed SIMD, 1 Thread',
  'WebAssembly relaxed SIMD on {threads} threads': 'WebAssembly, Relaxed SIMD, {threads} Threads',
  'WebAssembly {kind} on 1 thread': 'WebAssembly {kind}, 1 Thread',
  'WebAssembly {kind} on {threads} threads': 'WebAssembly {kind}, {threads} Threads',
  'WebGL on {device}': 'WebGL auf {device}',
  'WebGPU on {device}': 'WebGPU auf {device}',
  'Plain JavaScript on 1 thread': 'Reines JavaScript, 1 Thread',
  'You chose it.': 'Du hast es gewählt.',
  'The fastest kind of backend, and it passed its self-test.':
    'Die schnellste Art, und sie hat ihren Selbsttest bestanden.',
  'The fastest that works here and passed its self-test; {count} passed over.':
    'Der schnellste Weg, der hier geht und seinen Selbsttest bestanden hat; {count} übergangen.',
  'The fastest here of those that passed their self-test. One training step: {times}':
    'Der schnellste hier von denen, die ihren Selbsttest bestanden haben. Ein Trainingsschritt: {times}',
  'This browser has no OffscreenCanvas, so WebGL cannot run in a worker.':
    'Dieser Browser hat kein OffscreenCanvas, darum kann WebGL nicht in einem Worker laufen.',
  'This browser offers no WebGL 2 context.': 'Dieser Browser bietet keinen WebGL-2-Kontext.',
  'WebGL is drawn by software here ({device}), slower than the CPU engine.':
    'WebGL wird hier von Software gezeichnet ({device}), langsamer als die CPU-Maschine.',
  'The WebGL context was lost ({device}).': 'Der WebGL-Kontext ging verloren ({device}).',
  'This WebGL device computes with 16 bits only, too coarse to train.':
    'Dieses WebGL-Gerät rechnet nur mit 16 Bit, zu grob zum Trainieren.',
  'This browser offers no WebGPU here.': 'Dieser Browser bietet hier kein WebGPU.',
  'WebGPU found no graphics adapter.': 'WebGPU fand keinen Grafikadapter.',
  'WebGPU is computed by software here ({device}), slower than the CPU engine.':
    'WebGPU wird hier von Software berechnet ({device}), langsamer als die CPU-Maschine.',
  'The graphics device was lost ({reason}).': 'Die Grafikkarte ging verloren ({reason}).',
  'The graphics device refused a computation ({reason}).':
    'Die Grafikkarte hat eine Rechnung abgelehnt ({reason}).',
  'Sums go through subgroups, {lanes} lanes at a time, and come out as without them to the bit.':
    'Summen laufen über Subgroups, je {lanes} Lanes, und ergeben bis aufs Bit dasselbe wie ohne.',
  'Sums go without subgroups, which this device offers and gets wrong. {reason}':
    'Summen laufen ohne Subgroups, die dieses Gerät anbietet und falsch berechnet. {reason}',
  'The device refused them ({reason}).': 'Das Gerät hat sie abgelehnt ({reason}).',
  'Self-test of {what} failed: value {place} is {value}, expected {expected}.':
    'Selbsttest von {what} gescheitert: Wert {place} ist {value}, erwartet war {expected}.',
  'Pictures are translated in 32-bit floats: this device offers 16-bit ones and gets them wrong. {reason}':
    'Bilder werden in 32-Bit-Gleitkommazahlen übersetzt: Dieses Gerät bietet solche mit 16 Bit an und berechnet sie falsch. {reason}',
  'Your pictures are translated with factors of 16-bit floats, {times} times as fast here; training keeps 32 bits.':
    'Deine Bilder werden mit Faktoren aus 16-Bit-Gleitkommazahlen übersetzt, hier {times}-mal so schnell; das Training bleibt bei 32 Bit.',
  '16-bit floats stay unused: products of them are {times} times as fast as those of 32 bits here.':
    '16-Bit-Gleitkommazahlen bleiben ungenutzt: Produkte aus ihnen sind hier {times}-mal so schnell wie solche aus 32 Bit.',
  'This browser has no WebAssembly.': 'Dieser Browser hat kein WebAssembly.',
  'The CPU engine did not start.': 'Die CPU-Maschine ist nicht gestartet.',
  'Choose another backend, or leave the choice to the page.':
    'Wähle eine andere Rechenmaschine oder überlass die Wahl der Seite.',
  'The run goes on from its last save; choose another backend if it happens again.':
    'Der Lauf geht von der letzten Speicherung weiter; wähle eine andere Rechenmaschine, wenn es wieder geschieht.',
  'A helper thread of the CPU engine was lost while running {kernel}.':
    'Ein Hilfsthread der CPU-Maschine ging bei {kernel} verloren.',
  'Continue from the last checkpoint; choose one thread if it happens again.':
    'Mach vom letzten Stand weiter; wähle einen Thread, wenn es wieder geschieht.',
  'The CPU engine stopped in {kernel}: {cause}.': 'Die CPU-Maschine blieb in {kernel} stehen: {cause}.',
  'Continue from the last checkpoint on another backend, and report this message.':
    'Mach vom letzten Stand auf einer anderen Rechenmaschine weiter und melde diese Nachricht.',
  'The CPU engine cannot get {asked} more bytes; {used} bytes are in use.':
    'Die CPU-Maschine bekommt keine weiteren {asked} Bytes; {used} Bytes sind belegt.',
  'Use a smaller batch, smaller images or a narrower network.':
    'Nimm einen kleineren Stapel, kleinere Bilder oder ein schmaleres Netz.',
  'Reload the page; if it stays, the installed build is incomplete.':
    'Lade die Seite neu; bleibt es, ist die installierte Fassung unvollständig.',
  'The training worker said nothing for {seconds} s.':
    'Der Trainings-Worker hat {seconds} s lang nichts gesagt.',
  'A helper thread did not start within {seconds} s.':
    'Ein Hilfs-Thread ist innerhalb von {seconds} s nicht gestartet.',
  'The training worker crashed.': 'Der Trainings-Worker ist abgestürzt.',
  'The training worker crashed{detail}.': 'Der Trainings-Worker ist abgestürzt{detail}.',
  'The page starts it again and goes on from the last save.':
    'Die Seite startet ihn neu und macht von der letzten Speicherung weiter.',
  'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.':
    'Aktualisiere den Browser oder öffne die Seite in einem aktuellen Chrome, Edge, Firefox oder Safari.',
  'The training worker does not run.': 'Der Trainings-Worker läuft nicht.',
  'Start it again, or reload the page.': 'Starte ihn neu oder lade die Seite neu.',
  'The run was stopped in the middle of a step.': 'Der Lauf wurde mitten in einem Schritt gestoppt.',
  'It stands at its last save; press Train to go on from there.':
    'Er steht bei seiner letzten Speicherung; drücke auf „Training“, um dort weiterzumachen.',
  'The engine was started again': 'Die Rechenmaschine wurde neu gestartet',
  'The engine was started again.': 'Die Rechenmaschine wurde neu gestartet.',
  'The run stands at its last save, step {step}.':
    'Der Lauf steht bei seiner letzten Speicherung, Schritt {step}.',
  'Press Train to go on.': 'Drücke auf „Training“, um weiterzumachen.',
  'Starting the engine again': 'Die Rechenmaschine startet neu',
  'Starting the engine': 'Die Rechenmaschine startet',
  'Starting a worker': 'Ein Worker startet',
  'Preparing the run': 'Der Lauf wird vorbereitet',
  'Opening the saved run': 'Der gespeicherte Lauf wird geöffnet',
  'Opening the data set': 'Der Datensatz wird geöffnet',
  'Building the networks': 'Die Netze werden gebaut',
  'The page is isolated from other origins, so threads can share memory.':
    'Die Seite ist von anderen Ursprüngen getrennt, darum können Threads Speicher teilen.',
  'The page is isolated from other origins, but this browser lets no threads share memory: there is one thread only.':
    'Die Seite ist von anderen Ursprüngen getrennt, aber dieser Browser lässt Threads keinen Speicher teilen: Es gibt nur einen Thread.',
  'The server did not isolate the page from other origins (COOP and COEP headers), so there is one thread only.':
    'Der Server hat die Seite nicht von anderen Ursprüngen getrennt (Kopfzeilen COOP und COEP), darum gibt es nur einen Thread.',
  'Something went wrong and gave no reason.': 'Etwas ging schief und nannte keinen Grund.',
  'Reload the page; saved runs are kept. If it happens again, report it with this message.':
    'Lade die Seite neu; gespeicherte Läufe bleiben. Geschieht es wieder, melde es mit dieser Nachricht.',
  'The browser gave no memory for it ({detail}).': 'Der Browser gab keinen Speicher dafür ({detail}).',
  'Close other tabs, choose smaller settings or a smaller file, and try again; saved runs are kept.':
    'Schließe andere Tabs, wähle kleinere Einstellungen oder eine kleinere Datei und versuche es noch einmal; gespeicherte Läufe bleiben.',
  'The page was renewed on its server, or the connection is gone. Reload the page; saved runs are kept.':
    'Die Seite wurde auf ihrem Server erneuert, oder die Verbindung ist weg. Lade die Seite neu; gespeicherte Läufe bleiben.',
  '{what} was cancelled.': 'Abgebrochen: {what}.',
  'Start it again when you are ready.': 'Starte es wieder, wenn du so weit bist.',
  'No backend is open yet.': 'Noch ist keine Rechenmaschine offen.',
  'Wait until the status bar names one.': 'Warte, bis die Statuszeile eine nennt.',
  'No run is open.': 'Kein Lauf ist offen.',
  'Press Train, or open a saved run.': 'Drücke auf „Training“ oder öffne einen gespeicherten Lauf.',
} as const;
