import { todayIn } from "../domain/today.ts";

/** "Now" and "today" as the user's own time zone setting decides them. */
export type PageClock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** `YYYY-MM-DD` in `timeZone`, whatever zone the computer is set to. */
  today(): string;
  timeZone: string;
};

export const createPageClock = (timeZone: string): PageClock => ({
  now: () => Date.now(),
  today: () => todayIn(timeZone, Date.now()),
  timeZone,
});
