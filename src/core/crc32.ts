// CRC-32 as in ISO 3309, PNG, gzip and zip: finds accidental damage, no protection against intent.
// Reflected polynomial 0xEDB88320, one table look-up per byte.

const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLE[n] = c;
}

/**
 * CRC-32 of some bytes, unsigned.
 * @param before CRC of the bytes that come before these, when they are read in pieces
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let c = ~before;
  for (let i = 0; i < bytes.length; i++) c = TABLE[(c ^ bytes[i]) & 0xff] ^ (c >>> 8);
  return ~c >>> 0;
}
