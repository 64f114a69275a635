const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Standard base64 to bytes; `atob` belongs to pages and Node, and this code to neither. */
export const fromBase64 = (text: string): Uint8Array => {
  const plain = text.replace(/[=]+$/, "");
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of plain) {
    held = (held << 6) | ALPHABET.indexOf(char);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
};
