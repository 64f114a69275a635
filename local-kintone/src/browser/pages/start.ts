import { randomBytes } from "node:crypto";
import type { Site } from "../../model/site.ts";

/** Words that are others at every start, so that nobody can build on them. */
export type StartWords = {
  salt: string;
  startSignal: string;
};

/** Texts of one site for as long as it runs. */
export const pageWordsOf = (site: Site): StartWords => {
  const known = site.volatile.get("pageWords");
  // The key is ours: nobody else puts anything there.
  if (known) return known as StartWords;
  const word = (): string => randomBytes(9).toString("base64url");
  const created = { salt: word(), startSignal: `start-${word()}` };
  site.volatile.set("pageWords", created);
  return created;
};
