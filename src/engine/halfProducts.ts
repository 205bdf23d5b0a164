// Says of a piece of work that its matrix products may round their factors to 16-bit floats, where the device is quicker so. Only
// for pictures that a person gave and looks at: never for what is learnt, measured, or kept with a run. Backends ask; none has to.

let allowed = false;

/** @param body works at once: what it awaits is outside */
export function inHalves<T>(body: () => T): T {
  const before = allowed;
  allowed = true;
  try {
    return body();
  } finally {
    allowed = before;
  }
}

export const mayHalve = (): boolean => allowed;
