// Bytes that arrive in pieces and are one array in the end.

export interface ByteList {
  push(chunk: Uint8Array): void;
  concat(): Uint8Array<ArrayBuffer>;
}

/** An empty list; chunks are kept as they are, so they must not change afterwards. */
export function createByteList(): ByteList {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push: (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
    },
    concat: () => {
      const bytes = new Uint8Array(length);
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      return bytes;
    },
  };
}
