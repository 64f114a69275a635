import type { Clock } from "./site.ts";

/** The machine's clock, shifted. */
export const createClock = (now: number | null = null): Clock => {
  let offset = now === null ? 0 : now - Date.now();
  return {
    now: () => Date.now() + offset,
    set: (moment) => {
      offset = moment === null ? 0 : moment - Date.now();
    },
  };
};

/** `Date.parse` takes 30 February for 2 March; a day that exists comes back as it is. */
const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
};

/** `YYYY-MM-DD` as a moment: nine in the morning of that day in Japan. */
export const parseToday = (today: string): number => {
  if (!isDay(today)) throw new Error(`Not a day (YYYY-MM-DD): ${today}`);
  return Date.parse(`${today}T09:00:00+09:00`);
};
