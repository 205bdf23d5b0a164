// Spanish texts of lesson links.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  strip: {
    label: 'Enlace de clase',
    fixed: 'Un ajuste está fijado. | {count} ajustes están fijados.',
    hidden: 'Uno está oculto. | {count} están ocultos.',
    everySteps: 'La ejecución se pausa tras cada paso. | La ejecución se pausa cada {count} pasos.',
    everyMinutes: 'La ejecución se pausa cada minuto. | La ejecución se pausa cada {count} minutos.',
    paused: 'En pausa en el paso {step}, como dice el enlace de clase. «Entrenar» continúa.',
    open: 'Abrir todos los controles',
    openHint: 'Todos los ajustes y todas las partes de la página, diga lo que diga el enlace de clase',
  },
  opened: {
    title: 'Todos los controles están abiertos',
    text: 'El enlace de clase ya no fija nada.',
    undo: 'Volver a bloquear',
  },
  title: 'Preparar un enlace de clase',
  intro:
    'El enlace abre «{place}» con los ajustes que hay allí ahora. Elige qué puede cambiar la clase y repártelo: no necesita cuenta, y nada se guarda en ningún sitio salvo en el enlace.',
  toSettings: 'Cambiar los ajustes',
  locked: 'Esta página se abrió con un enlace de clase. Abre todos los controles para preparar otro.',
  controls: {
    title: 'Controles',
    others: 'Todos los controles que no se nombran abajo',
    front: 'Delante',
    own: 'Como los demás',
    count: '{count} elegidos aparte',
  },
  rights: { allow: 'Permitido', fix: 'Fijado', hide: 'Oculto' },
  rightsHelp: 'Permitido: se puede cambiar. Fijado: se ve y se queda. Oculto: no se ve y se queda.',
  panels: {
    title: 'Partes de la página',
    settings: 'Ajustes',
    timeline: 'Línea de tiempo de las muestras',
    charts: 'Gráficas',
    quality: 'Calidad',
    log: 'Registro',
    networks: 'Redes, capa a capa',
    health: 'Consejos cuando algo va mal',
    places: 'Otros lugares',
  },
  more: {
    title: 'Semilla, pausas, nota',
    seed: 'Semilla',
    seedHelp: 'Con la misma semilla todos ven las mismas imágenes.',
    pause: 'La ejecución se pausa sola',
    never: 'nunca',
    steps: 'cada … pasos',
    minutes: 'cada … minutos de entrenamiento',
    stepCount: 'Pasos hasta la pausa',
    minuteCount: 'Minutos hasta la pausa',
    note: 'Nota para la clase',
    noteHelp: 'Aparece encima de cada lugar. Quedan {left} caracteres.',
  },
  result: {
    title: 'Repartirlo',
    link: 'Enlace',
    copyLink: 'Copiar el enlace',
    try: 'Probarlo en otra pestaña',
    qr: 'Código QR del enlace',
    saveQr: 'Guardar como SVG',
    large: 'Mostrarlo en grande',
    tooLong:
      'El enlace es demasiado largo para un código QR que un teléfono pueda leer. Acorta la nota o reparte el enlace.',
    dense: 'El código es denso: muéstralo grande. Una nota más corta lo hace más grueso.',
    embed: 'Para una página de un curso',
    copyEmbed: 'Copiar el HTML',
    embedHelp:
      'Una página de curso de otro servidor solo puede mostrar esta donde esta lo permite: hay que servirla con EMBED_IN nombrando el servidor del curso.',
    frameTitle: 'Ganvas: una red aprende a dibujar',
  },
  copied: 'Copiado',
} satisfies SameWords<typeof english>;
