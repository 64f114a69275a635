const toHex = (word: number): string =>
  (word >>> 0).toString(16).padStart(8, "0");

const mix = (word: number): number => {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
};

/**
 * 64 bits of a text in 16 hexadecimal digits, the same in every year and on
 * every machine. It detects changes and gives no protection.
 */
export const textHash = (text: string): string => {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5f356495) + index;
  }
  return toHex(mix(first)) + toHex(mix(second));
};
