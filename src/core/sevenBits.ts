// Bytes as text that a page can hold: seven bits for each byte of UTF-8, an eighth more than the bytes themselves, where base64
// takes a third more. Three codes do not survive in a page (NUL, carriage return, `<`): a character of two bytes holds such a
// one and the code behind it. After base122 (K. Albertson, 2016, https://blog.kevinalbertson.com/2016/11/26/base122.html).
const BARRED = [0, 13, 60] as const;
/** Where characters of two codes begin. */
const PAIRS = 128;
/** Characters that `String.fromCharCode` takes at once without filling the stack. */
const AT_ONCE = 8192;

/** Seven bits each, the high ones first; the last one filled up with zeros. */
function codesOf(bytes: Uint8Array): Uint8Array {
  const codes = new Uint8Array(Math.ceil((bytes.length * 8) / 7));
  let [held, count, at] = [0, 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    count += 8;
    while (count >= 7) codes[at++] = (held >>> (count -= 7)) & 127;
    held &= (1 << count) - 1;
  }
  if (count > 0) codes[at] = (held << (7 - count)) & 127;
  return codes;
}

export function toSevenBits(bytes: Uint8Array): string {
  const codes = codesOf(bytes);
  const chars = new Uint16Array(codes.length);
  let length = 0;
  for (let i = 0; i < codes.length; i++) {
    const barred = BARRED.findIndex((code) => code === codes[i]);
    if (barred < 0) chars[length++] = codes[i];
    else chars[length++] = PAIRS + 128 * barred + (codes[++i] ?? 0);
  }
  const parts: string[] = [];
  for (let from = 0; from < length; from += AT_ONCE)
    parts.push(String.fromCharCode(...chars.subarray(from, Math.min(length, from + AT_ONCE))));
  return parts.join('');
}

/** The bytes of a text that `toSevenBits` made; there may be one more at its end, of bits that filled it up. */
export function fromSevenBits(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 2 * 7) / 8));
  let [held, count, at] = [0, 0, 0];
  const take = (code: number): void => {
    held = (held << 7) | code;
    count += 7;
    if (count >= 8) bytes[at++] = (held >>> (count -= 8)) & 255;
    held &= (1 << count) - 1;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char >= PAIRS) take(BARRED[(char - PAIRS) >> 7] ?? 0);
    take(char & 127);
  }
  return bytes.slice(0, at);
}
