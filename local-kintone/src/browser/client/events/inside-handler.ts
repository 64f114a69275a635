let running = 0;

/** Counts a handler as running until `work` is over, its Promise included. */
export const enterHandler = (): (() => void) => {
  running += 1;
  let isOpen = true;
  return () => {
    if (isOpen) running -= 1;
    isOpen = false;
  };
};

/**
 * `record.get` and `record.set` do not work inside handlers of `kintone.events.on`.
 * A real site answers null or does nothing; here it is an error, so that nobody builds on it.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/record/set-record-value/
 */
export const forbidInsideHandler = (name: string): void => {
  if (running === 0) return;
  throw new Error(
    `${name} cannot be used inside a handler of kintone.events.on: use event.record and return the event`,
  );
};
