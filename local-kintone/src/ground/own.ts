/**
 * A member under a name that a client chose: `constructor` and `__proto__` are names
 * like any other, and absent unless somebody put them there.
 */
export const own = <T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** Sets a member under such a name: an assignment to `__proto__` would change the prototype. */
export const putOwn = <T>(
  record: Record<string, T>,
  key: string,
  value: T,
): void => {
  if (key !== "__proto__") record[key] = value;
  else
    Object.defineProperty(record, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
};
