import { appKeys, type AppKey } from "../../apps/index.ts";

/**
 * The mark in an app's description by which it is found again. Names will not
 * do: an administrator may rename an app, and another app may have the name.
 */
export const markerOf = (programmeId: string, key: AppKey): string =>
  `suisen:${programmeId}:${key}`;

/** Which of the programme's apps a description belongs to, if any. */
export const findMarkedKey = (
  programmeId: string,
  description: string,
): AppKey | null => {
  const found = /suisen:([\w-]+):(\w+)/u.exec(description);
  if (found === null || found[1] !== programmeId) return null;
  return appKeys.find((key) => key === found[2]) ?? null;
};
