/**
 * Moves the page's clock to the server's. Only the instant changes: the zone of the
 * browser stays what it is. Runs before every other script of a page.
 */
export const shiftClock = (offsetMs: number): void => {
  const Real = Date;
  const now = (): number => Real.now() + offsetMs;
  const Shifted: DateConstructor = new Proxy(Real, {
    construct: (target, given: unknown[], newTarget) =>
      // Without arguments a date is the present moment.
      Reflect.construct(
        target,
        given.length === 0 ? [now()] : given,
        newTarget === Shifted ? target : newTarget,
      ) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, key, receiver) =>
      key === "now" ? now : Reflect.get(target, key, receiver),
  });
  Real.prototype.constructor = Shifted;
  window.Date = Shifted;
  shiftFormats(now);
};

/** Formatters without a date format the present moment, too. */
const shiftFormats = (now: () => number): void => {
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts } = prototype;
  prototype.formatToParts = function shifted(date = now()) {
    return formatToParts.call(this, date);
  };
  const getter = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
  if (!getter) return;
  Object.defineProperty(prototype, "format", {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = getter.call(this) as Intl.DateTimeFormat["format"];
      return (date: Date | number = now()) => format(date);
    },
  });
};
