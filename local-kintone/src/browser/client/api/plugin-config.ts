/** @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/set-config/ */
const MAX_VALUE_LENGTH = 65_535;
const MAX_BYTES = 256 * 1024;

const isAscii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Arrays with named members pass, too: plugins in use since 2017 hand them over. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const checkEntry = (key: string, value: unknown): void => {
  if (!isAscii(key))
    throw new TypeError(`setConfig: the key "${key}" is not ASCII`);
  if (typeof value !== "string")
    throw new TypeError(`setConfig: the value of "${key}" is not a string`);
  if (value.length > MAX_VALUE_LENGTH)
    throw new RangeError(
      `setConfig: the value of "${key}" is longer than ${MAX_VALUE_LENGTH} characters`,
    );
};

/**
 * Limits of `setConfig`: ASCII keys, strings, 65,535 characters a value, 256 KB
 * in all.
 */
export const parsePluginConfig = (config: unknown): Record<string, string> => {
  if (!isObject(config)) throw new TypeError("setConfig takes an object");
  for (const [key, value] of Object.entries(config)) checkEntry(key, value);
  const entries = Object.entries(config).map(
    ([key, value]) => [key, String(value)] as const,
  );
  const size = entries.reduce(
    (sum, [key, value]) => sum + bytesOf(key) + bytesOf(value),
    0,
  );
  if (size > MAX_BYTES)
    throw new RangeError(`setConfig: ${size} bytes are more than 256 KB`);
  return Object.fromEntries(entries);
};
