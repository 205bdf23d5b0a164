// Spanish texts of what the kiosk, its board and cameras say, by the English text; `{name}` is a gap.
export default {
  'Export the model for a board again and send it again.':
    'Exporta el modelo de nuevo para una placa y envíalo otra vez.',
  "The manifest's {field} must be a whole number from {least} to {most}, not {value}.":
    '{field} del manifiesto debe ser un número entero de {least} a {most}, no {value}.',
  "The manifest's {field} must match {pattern}, not {value}.":
    '{field} del manifiesto debe ajustarse a {pattern}, no {value}.',
  "The manifest's {field} must be [height, width, 1 or 3] with sides up to {most}, not {value}.":
    '{field} del manifiesto debe ser [alto, ancho, 1 o 3] con lados de hasta {most}, no {value}.',
  "The manifest's kind must be {kinds}, not {value}.": 'kind del manifiesto debe ser {kinds}, no {value}.',
  "The manifest's preparation must be an object, not {value}.":
    'preparation del manifiesto debe ser un objeto, no {value}.',
  "The manifest's preparation must be {kinds}, not {value}.":
    'preparation del manifiesto debe ser {kinds}, no {value}.',
  "The manifest's latent must be the {count} numbers of its picture, not {value}.":
    'latent del manifiesto debe ser los {count} números de su imagen, no {value}.',
  "The manifest's picture must have three channels, of which the lightness is taken, not {value}.":
    'picture del manifiesto debe tener tres canales, de los que se toma la luminosidad, no {value}.',
  "The manifest's range must be two numbers, black and white, not {value}.":
    'range del manifiesto debe ser dos números, negro y blanco, no {value}.',
  "The manifest's classNames must be {count} short texts, not {value}.":
    'classNames del manifiesto debe ser {count} textos cortos, no {value}.',
  'The manifest must be an object, not {value}.': 'El manifiesto debe ser un objeto, no {value}.',
  "The manifest's version must be 1, not {value}.": 'version del manifiesto debe ser 1, no {value}.',
  "The manifest's format must be {formats}, not {value}.":
    'format del manifiesto debe ser {formats}, no {value}.',
  '{file} has {bytes} bytes of {expected}.': '{file} tiene {bytes} bytes de {expected}.',
  '{file} is not the file that was sent: its checksum differs.':
    '{file} no es el archivo que se envió: su suma de comprobación es otra.',
  '{file} makes [{output}] of [{input}]; its manifest says [{saidOutput}] of [{saidInput}].':
    '{file} hace [{output}] de [{input}]; su manifiesto dice [{saidOutput}] de [{saidInput}].',
  '{file} names nothing.': '{file} no nombra nada.',
  '{file} draws what is no image.': '{file} dibuja algo que no es una imagen.',
  'No model is loaded.': 'No hay ningún modelo cargado.',
  'Reload the page.': 'Vuelve a cargar la página.',
  'Send the model again: the file first, kiosk.json last.':
    'Envía el modelo otra vez: primero el archivo, al final kiosk.json.',
  'The board answers {status}.': 'La placa responde {status}.',
  '{file} is missing on the board ({status}).': '{file} falta en la placa ({status}).',
  'kiosk.json is no JSON.': 'kiosk.json no es JSON.',
  'The generator stopped: {why}.': 'El generador se detuvo: {why}.',
  'It is started again by itself.': 'Vuelve a arrancar solo.',
  'no answer to {request} in {seconds} s': 'sin respuesta a {request} en {seconds} s',
  'it waited for a thread of its own for {seconds} s': 'esperó un hilo propio durante {seconds} s',
  'it was ended': 'se terminó',
  'its script failed': 'su programa falló',
  'The built-in model is missing.': 'Falta el modelo incluido.',
  'Install the page again.': 'Instala la página otra vez.',
  'Ganvas, all threads': 'Ganvas, todos los hilos',
  'Ganvas, one thread': 'Ganvas, un hilo',
  'Ganvas, one thread, plain SIMD': 'Ganvas, un hilo, SIMD simple',
  'JavaScript loops': 'bucles de JavaScript',
  'This browser has no WebAssembly SIMD.': 'Este navegador no tiene SIMD de WebAssembly.',
  'This browser has no relaxed SIMD.': 'Este navegador no tiene relaxed SIMD.',
  'Use a newer browser.': 'Usa un navegador más nuevo.',
  'This page may use one thread.': 'Esta página solo puede usar un hilo.',
  'Serve it with the isolation headers.': 'Sírvela con las cabeceras de aislamiento.',
  'one thread: the page is not isolated': 'un hilo: la página no está aislada',
  'no WebAssembly SIMD': 'sin SIMD de WebAssembly',
  'The camera was refused: the browser or the system does not let this page use it.':
    'Se denegó la cámara: el navegador o el sistema no deja que esta página la use.',
  'Allow it by the sign in the address bar, or in the settings of the system, and start the camera again.':
    'Permítela con el icono de la barra de direcciones, o en los ajustes del sistema, y vuelve a encender la cámara.',
  'This device has no camera.': 'Este dispositivo no tiene cámara.',
  'Connect one, or give pictures as files.': 'Conecta una, o da imágenes como archivos.',
  'The camera cannot be read: another program or tab has it.':
    'No se puede leer la cámara: la tiene otro programa u otra pestaña.',
  'Close what uses it and start the camera again.': 'Cierra lo que la usa y vuelve a encender la cámara.',
  'The camera that was chosen is gone.': 'La cámara elegida ya no está.',
  'Choose another one.': 'Elige otra.',
  'Browsers give cameras to pages over HTTPS or of this device only; {host} is open over plain HTTP.':
    'Los navegadores solo dan la cámara a páginas por HTTPS o de este mismo dispositivo; {host} está abierta por HTTP.',
  'Open it over HTTPS, or give pictures as files.': 'Ábrela por HTTPS, o da imágenes como archivos.',
  'The server, or the page that shows this one in a frame, keeps cameras off (Permissions-Policy).':
    'El servidor, o la página que muestra esta en un marco, impide el uso de cámaras (Permissions-Policy).',
  'Open the page by itself, or have its owner allow camera=(self).':
    'Abre la página por sí sola, o pide a su dueño que permita camera=(self).',
  'The camera does not start ({why}).': 'La cámara no se enciende ({why}).',
  'Start it again, or give pictures as files.': 'Enciéndela otra vez, o da imágenes como archivos.',
  'Back camera': 'Cámara trasera',
  'Front camera': 'Cámara frontal',
  'Camera {number}': 'Cámara {number}',
  '{name} cannot be shown as a picture.': '{name} no se puede mostrar como imagen.',
  'This browser knows no cameras.': 'Este navegador no conoce cámaras.',
  'Give pictures as files.': 'Da imágenes como archivos.',
  'The camera was taken away.': 'Se quitó la cámara.',
  'Connect it or allow it, and start it again.': 'Conéctala o permítela, y vuelve a encenderla.',
};
