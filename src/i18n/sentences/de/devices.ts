// German texts of what the kiosk, its board and cameras say, by the English text; `{name}` is a gap.
export default {
  'Export the model for a board again and send it again.':
    'Exportiere das Modell noch einmal für ein Board und sende es noch einmal.',
  "The manifest's {field} must be a whole number from {least} to {most}, not {value}.":
    '{field} im Manifest muss eine ganze Zahl von {least} bis {most} sein, nicht {value}.',
  "The manifest's {field} must match {pattern}, not {value}.":
    '{field} im Manifest muss zu {pattern} passen, nicht {value}.',
  "The manifest's {field} must be [height, width, 1 or 3] with sides up to {most}, not {value}.":
    '{field} im Manifest muss [Höhe, Breite, 1 oder 3] mit Seiten bis {most} sein, nicht {value}.',
  "The manifest's kind must be {kinds}, not {value}.": 'kind im Manifest muss {kinds} sein, nicht {value}.',
  "The manifest's preparation must be an object, not {value}.":
    'preparation im Manifest muss ein Objekt sein, nicht {value}.',
  "The manifest's preparation must be {kinds}, not {value}.":
    'preparation im Manifest muss {kinds} sein, nicht {value}.',
  "The manifest's latent must be the {count} numbers of its picture, not {value}.":
    'latent im Manifest müssen die {count} Zahlen seines Bildes sein, nicht {value}.',
  "The manifest's picture must have three channels, of which the lightness is taken, not {value}.":
    'picture im Manifest muss drei Kanäle haben, von denen die Helligkeit genommen wird, nicht {value}.',
  "The manifest's range must be two numbers, black and white, not {value}.":
    'range im Manifest müssen zwei Zahlen sein, Schwarz und Weiß, nicht {value}.',
  "The manifest's classNames must be {count} short texts, not {value}.":
    'classNames im Manifest müssen {count} kurze Texte sein, nicht {value}.',
  'The manifest must be an object, not {value}.': 'Das Manifest muss ein Objekt sein, nicht {value}.',
  "The manifest's version must be 1, not {value}.": 'version im Manifest muss 1 sein, nicht {value}.',
  "The manifest's format must be {formats}, not {value}.":
    'format im Manifest muss {formats} sein, nicht {value}.',
  '{file} has {bytes} bytes of {expected}.': '{file} hat {bytes} Bytes von {expected}.',
  '{file} is not the file that was sent: its checksum differs.':
    '{file} ist nicht die gesendete Datei: Die Prüfsumme ist eine andere.',
  '{file} makes [{output}] of [{input}]; its manifest says [{saidOutput}] of [{saidInput}].':
    '{file} macht [{output}] aus [{input}]; sein Manifest nennt [{saidOutput}] aus [{saidInput}].',
  '{file} names nothing.': '{file} benennt nichts.',
  '{file} draws what is no image.': '{file} zeichnet, was kein Bild ist.',
  'No model is loaded.': 'Es ist kein Modell geladen.',
  'Reload the page.': 'Lade die Seite neu.',
  'Send the model again: the file first, kiosk.json last.':
    'Sende das Modell noch einmal: zuerst die Datei, zuletzt kiosk.json.',
  'The board answers {status}.': 'Das Board antwortet {status}.',
  '{file} is missing on the board ({status}).': '{file} fehlt auf dem Board ({status}).',
  'kiosk.json is no JSON.': 'kiosk.json ist kein JSON.',
  'The generator stopped: {why}.': 'Der Generator hat angehalten: {why}.',
  'It is started again by itself.': 'Er startet von selbst wieder.',
  'no answer to {request} in {seconds} s': 'keine Antwort auf {request} in {seconds} s',
  'it waited for a thread of its own for {seconds} s': 'es wartete {seconds} s lang auf einen eigenen Thread',
  'it was ended': 'er wurde beendet',
  'its script failed': 'sein Programm ist gescheitert',
  'The built-in model is missing.': 'Das eingebaute Modell fehlt.',
  'Install the page again.': 'Installiere die Seite neu.',
  'Ganvas, all threads': 'Ganvas, alle Threads',
  'Ganvas, one thread': 'Ganvas, ein Thread',
  'Ganvas, one thread, plain SIMD': 'Ganvas, ein Thread, einfaches SIMD',
  'JavaScript loops': 'JavaScript-Schleifen',
  'This browser has no WebAssembly SIMD.': 'Dieser Browser hat kein WebAssembly-SIMD.',
  'This browser has no relaxed SIMD.': 'Dieser Browser hat kein Relaxed SIMD.',
  'Use a newer browser.': 'Nimm einen neueren Browser.',
  'This page may use one thread.': 'Diese Seite darf nur einen Thread benutzen.',
  'Serve it with the isolation headers.': 'Liefere sie mit den Kopfzeilen zur Isolation aus.',
  'one thread: the page is not isolated': 'ein Thread: die Seite ist nicht isoliert',
  'no WebAssembly SIMD': 'kein WebAssembly-SIMD',
  'The camera was refused: the browser or the system does not let this page use it.':
    'Die Kamera wurde verweigert: Browser oder System lassen diese Seite nicht an sie.',
  'Allow it by the sign in the address bar, or in the settings of the system, and start the camera again.':
    'Erlaube sie über das Zeichen in der Adresszeile oder in den Einstellungen des Systems und starte die Kamera noch einmal.',
  'This device has no camera.': 'Dieses Gerät hat keine Kamera.',
  'Connect one, or give pictures as files.': 'Schließe eine an oder gib Bilder als Dateien.',
  'The camera cannot be read: another program or tab has it.':
    'Die Kamera lässt sich nicht lesen: Ein anderes Programm oder ein anderer Tab hat sie.',
  'Close what uses it and start the camera again.':
    'Schließe, was sie benutzt, und starte die Kamera noch einmal.',
  'The camera that was chosen is gone.': 'Die gewählte Kamera ist weg.',
  'Choose another one.': 'Wähle eine andere.',
  'Browsers give cameras to pages over HTTPS or of this device only; {host} is open over plain HTTP.':
    'Browser geben Kameras nur Seiten über HTTPS oder von diesem Gerät; {host} ist über bloßes HTTP offen.',
  'Open it over HTTPS, or give pictures as files.': 'Öffne sie über HTTPS oder gib Bilder als Dateien.',
  'The server, or the page that shows this one in a frame, keeps cameras off (Permissions-Policy).':
    'Der Server, oder die Seite, die diese in einem Rahmen zeigt, hält Kameras fern (Permissions-Policy).',
  'Open the page by itself, or have its owner allow camera=(self).':
    'Öffne die Seite für sich, oder lass ihren Besitzer camera=(self) erlauben.',
  'The camera does not start ({why}).': 'Die Kamera startet nicht ({why}).',
  'Start it again, or give pictures as files.': 'Starte sie noch einmal oder gib Bilder als Dateien.',
  'Back camera': 'Rückkamera',
  'Front camera': 'Frontkamera',
  'Camera {number}': 'Kamera {number}',
  '{name} cannot be shown as a picture.': '{name} lässt sich nicht als Bild zeigen.',
  'This browser knows no cameras.': 'Dieser Browser kennt keine Kameras.',
  'Give pictures as files.': 'Gib Bilder als Dateien.',
  'The camera was taken away.': 'Die Kamera wurde weggenommen.',
  'Connect it or allow it, and start it again.':
    'Schließe sie an oder erlaube sie und starte sie noch einmal.',
};
