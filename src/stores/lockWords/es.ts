// Textos en español sobre ajustes que un enlace de clase mantiene.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  stays: 'Se queda como lo fijó el enlace de clase',
  staysWhy: 'El enlace de clase que abrió esta página mantiene este ajuste.',
  staysThese: 'El enlace de clase que abrió esta página mantiene estos ajustes: {names}.',
  hint: '«Abrir todos los controles», arriba, permite cambiarlo todo.',
  stepsFixed: 'La ejecución ha dado todos sus pasos',
  stepsFixedWhy: 'El enlace de clase fija cuántos son, así que no sigue más allá.',
  otherRun: 'Esta ejecución tiene otros ajustes que el enlace de clase',
  otherRunWhy: 'Se puede mirar; «Entrenar» empieza una nueva con los ajustes del enlace.',
  otherLab: 'El laboratorio tiene otros ajustes que el enlace de clase',
  otherLabWhy: 'Se puede mirar; sus ejecuciones no se entrenan mientras el enlace retenga los ajustes.',
  otherPlace: 'Esta clase se queda donde está',
  otherPlaceWhy: 'Su enlace fija qué se aprende, y eso pertenece a «{place}».',
} as const satisfies SameWords<typeof english>;
