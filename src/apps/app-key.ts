/** The five apps of one programme; apps refer to each other by these keys. */
export const appKeys = [
  "editions",
  "societies",
  "nominations",
  "answers",
  "deliveries",
] as const;

export type AppKey = (typeof appKeys)[number];
