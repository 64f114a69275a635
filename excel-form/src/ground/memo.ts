/**
 * A function that works everything out once; for what is asked again and again.
 *
 * @param limit - entries kept; all are dropped when one more is asked for
 */
export const memo = <Key, Value>(
  compute: (key: Key) => Value,
  limit = Infinity,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size >= limit) known.clear();
      known.set(key, value);
    }
    return value;
  };
};

/** The same for objects, forgotten with the object. */
export const memoOf = <Key extends object, Value>(
  compute: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
};
