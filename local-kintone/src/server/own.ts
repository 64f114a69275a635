/**
 * A member under a name that a client chose: `constructor` and `__proto__` are names
 * like any other, and absent unless somebody put them there.
 */
export const own = <T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);
