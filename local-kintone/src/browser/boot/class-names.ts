/** FNV-1a, enough to make names that nobody can guess before the server starts. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const letter of text) {
    value ^= letter.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(36);
};

/**
 * The class of a piece of our pages: another word at every start of the server,
 * so that a customisation which leans on our DOM fails here, as the next release of
 * kintone would make it fail there.
 *
 * @see https://cybozu.dev/ja/kintone/docs/guideline/coding-guideline/
 */
export const className = (salt: string, name: string): string =>
  `x${hash(`${salt}/${name}`)}${hash(`${name}/${salt}`).slice(0, 3)}`;
