import type { User } from "./model.ts";

export type Language = "ja" | "en";

/** The wanted language of a header such as `en-US;q=0.8, ja`; null when it says nothing. */
const fromHeader = (header: string | null): Language | null => {
  if (header === null) return null;
  const wishes = header.split(",").map((part) => {
    const [tag = "", ...options] = part.trim().toLowerCase().split(";");
    const quality = options
      .map((o) => /^\s*q=([\d.]+)/.exec(o)?.[1])
      .find(Boolean);
    return {
      tag: tag.trim(),
      quality: quality === undefined ? 1 : Number(quality),
    };
  });
  // Node's fetch sends `*`, which counts as no header.
  const named = wishes.filter(
    ({ tag, quality }) => tag !== "*" && tag !== "" && quality > 0,
  );
  const [best] = named.sort((a, b) => b.quality - a.quality);
  if (!best) return null;
  return best.tag.startsWith("ja") ? "ja" : "en";
};

/**
 * Language of messages: the user's own; with "auto" the browser's; else the domain's.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/doc/kintone-behavior-notes.md (probed April 2026)
 */
export const languageOf = (
  user: User | null,
  request: Request,
  fallback: Language,
): Language => {
  if (user && user.locale !== "auto") return user.locale;
  return fromHeader(request.headers.get("Accept-Language")) ?? fallback;
};
