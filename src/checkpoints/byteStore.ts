// Named blobs on the device: all that the run store asks of OPFS, IndexedDB or plain memory.

export interface StoredBlob {
  readonly name: string;
  readonly sizeBytes: number;
}

/** Where blobs are kept; `memory` ends with the page. */
export type Persistence = 'opfs' | 'indexeddb' | 'memory';

export interface ByteStore {
  readonly persistence: Persistence;
  list(): Promise<readonly StoredBlob[]>;
  /** Null when there is no such blob. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** All or nothing: after an error, a crash or a full disk the blob is what it was before. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Does nothing when there is no such blob. */
  delete(name: string): Promise<void>;
}

/** Blobs that live as long as the page. */
export function memoryByteStore(): ByteStore {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    persistence: 'memory',
    list: async () => [...blobs].map(([name, bytes]) => ({ name, sizeBytes: bytes.length })),
    get: async (name) => blobs.get(name)?.slice() ?? null,
    put: async (name, bytes) => {
      blobs.set(name, bytes.slice());
    },
    delete: async (name) => {
      blobs.delete(name);
    },
  };
}
