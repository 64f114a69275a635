import type { App, JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

export const personOf = (site: Site, code: string): JsonObject => ({
  code,
  name: site.store.users.get(code)?.name ?? code,
});

/** Stamps of apps and spaces carry milliseconds, those of records do not. */
export const withMillis = (moment: string) =>
  moment.replace(/Z$/, ".000Z").replace(/(\.\d{3})\.000Z$/, "$1Z");

const placeOf = (site: Site, { spaceId, threadId }: App): JsonObject => {
  if (spaceId === null) return { spaceId: null, threadId: null };
  const first = site.store.spaces.get(spaceId)?.defaultThread;
  return {
    spaceId: String(spaceId),
    threadId: String(threadId ?? first ?? spaceId),
  };
};

/** An app as `app.json`, `apps.json` and the list of a space tell it. */
export const toAppAnswer = (site: Site, app: App): JsonObject => {
  const { general } = (app.live ?? app.preview).settings;
  return {
    appId: String(app.id),
    code: app.code,
    name: general.name ?? "",
    description: general.description ?? "",
    ...placeOf(site, app),
    createdAt: withMillis(app.createdAt),
    creator: personOf(site, app.creator),
    modifiedAt: withMillis(app.modifiedAt),
    modifier: personOf(site, app.modifier),
  };
};
