import { appKeys, type AppKey } from "../../apps/index.ts";

/**
 * The mark in an app's description by which it is found again. Names will not
 * do: an administrator may rename an app, and another app may have the name.
 */
export const markerOf = (programmeId: string, key: AppKey): string =>
  `suisen:${programmeId}:${key}`;

/** The mark in a description; null for an app that is not ours. */
export const markIn = (description: string): string | null =>
  /suisen:[\w-]+:\w+/u.exec(description)?.[0] ?? null;

/** Which of the programme's apps a description belongs to, if any. */
export const findMarkedKey = (
  programmeId: string,
  description: string,
): AppKey | null => {
  const found = /suisen:([\w-]+):(\w+)/u.exec(description);
  if (found === null || found[1] !== programmeId) return null;
  return appKeys.find((key) => key === found[2]) ?? null;
};

/**
 * The 商工会 app of whatever programme: all sets of a site share the one that the
 * first of them has made.
 */
export const isSocietiesOfAnySet = (description: string): boolean =>
  /suisen:[\w-]+:societies\b/u.test(description);

/** The line of an app's description that holds a mark. */
export const markLine = (marker: string): string =>
  `<div>管理用：${marker}（消さないでください）</div>`;

/** Says in the description of 募集回 which plugin was sent last. */
export const pluginMarkerOf = (hash: string): string => `plugin:${hash}`;

export const findPluginHash = (description: string): string | null =>
  /plugin:([0-9a-f]+)/u.exec(description)?.[1] ?? null;

/** @param text - a description without tags and blanks */
export const withoutPluginLine = (text: string): string =>
  text.replace(/管理用：plugin:[0-9a-f]+（消さないでください）/u, "");
