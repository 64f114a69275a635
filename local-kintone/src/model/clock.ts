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

/** `YYYY-MM-DD` as a moment: nine in the morning of that day in Japan. */
export const parseToday = (today: string): number => {
  const moment = Date.parse(`${today}T09:00:00+09:00`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(moment);
  if (!isDay) throw new Error(`Not a day (YYYY-MM-DD): ${today}`);
  return moment;
};
