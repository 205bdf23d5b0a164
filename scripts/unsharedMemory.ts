// Turns a WebAssembly module that imports a shared memory into one that imports the same memory unshared: one bit of the import
// section. Code that waits for other threads stays in it and is never reached on one thread.
// Source: WebAssembly core specification 5.4.5 (limits) and 5.5.5 (import section), threads proposal (shared limits).
const IMPORT_SECTION = 2;
const HEADER_BYTES = 8;
/** Kinds of imports. */
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];
const SHARED = 2;

/** @returns a copy whose imported memory is not shared. @throws Error when the module imports no shared memory */
export function unsharedMemory(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(module);
  const flags = placeOfMemoryFlags(copy);
  if ((copy[flags] & SHARED) === 0) throw new Error('The memory that the module imports is not shared.');
  copy[flags] &= ~SHARED;
  return copy;
}

/** Where the limits of the imported memory begin. */
function placeOfMemoryFlags(bytes: Uint8Array): number {
  let at = HEADER_BYTES;
  /** Unsigned LEB128. */
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const skip = (count: number): void => void (at += count);
  const skipLimits = (): void => {
    const hasMaximum = (number() & 1) !== 0;
    number();
    if (hasMaximum) number();
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const size = number();
    if (section !== IMPORT_SECTION) {
      skip(size);
      continue;
    }
    for (let left = number(); left > 0; left--) {
      skip(number()); // the name of the module
      skip(number()); // and of what is imported from it
      const kind = bytes[at++];
      if (kind === MEMORY) return at;
      if (kind === FUNCTION) number();
      else if (kind === TABLE) {
        skip(1);
        skipLimits();
      } else if (kind === GLOBAL) skip(2);
      else throw new Error(`The module imports something of kind ${kind}, which is not known.`);
    }
    break;
  }
  throw new Error('The module imports no memory.');
}
