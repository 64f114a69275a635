import type { ApiContext } from "../../../model/endpoint.ts";
import {
  appNotFound,
  noPrivilege,
  tokenNotAllowed,
} from "../../../ground/errors.ts";
import type { App, FieldProperty } from "../../../model/model.ts";
import { appRights } from "../../rights/app-rights.ts";

export type LiveApp = App & { live: NonNullable<App["live"]> };

/**
 * The app that a lookup, a related-records field or an action points at. The code
 * wins over the id. It must be live, and the caller must be able to see it.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
export const findRelatedApp = (
  context: ApiContext,
  related: { app?: number | undefined; code?: string | undefined },
): LiveApp => {
  const { site, caller } = context;
  const byCode = related.code !== undefined && related.code !== "";
  const app = byCode
    ? [...site.store.apps.values()].find((it) => it.code === related.code)
    : site.store.apps.get(related.app ?? 0);
  if (!app?.live) throw appNotFound(related.code || (related.app ?? ""));
  const rights = appRights(site, app, caller);
  if (!rights.recordViewable && !rights.appEditable)
    throw caller.by === "token" ? tokenNotAllowed() : noPrivilege();
  return { ...app, live: app.live };
};

export const liveFields = (app: LiveApp): Record<string, FieldProperty> =>
  app.live.settings.fields;

/** As answers show it: the id as text, the code read through. */
export const relatedAppOf = (app: App) => ({
  app: String(app.id),
  code: app.code,
});
