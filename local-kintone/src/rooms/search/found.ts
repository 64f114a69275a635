import type { Caller } from "../../model/endpoint.ts";
import type { JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import type { HitType } from "./request.ts";

/** Scope of a search and its user. */
export type Place = {
  site: Site;
  caller: Caller;
  guestSpaceId: number | null;
  origin: string;
  /** Folder of the pages, `/k` or that of a guest space. */
  folder: string;
};

/** Something the caller may see, before it is asked whether the words are in it. */
export type Found = {
  type: HitType;
  scope: "APP" | "SPACE";
  scopeId: number;
  texts: string[];
  creator: string;
  createdAt: string;
  url: string;
  /** The members of the answer beside type, url and snippets. */
  toHit: (matches: (text: string) => boolean) => JsonObject;
};

/** Words of a text that may be HTML. */
export const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
