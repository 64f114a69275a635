import { pluginFilesFor } from "../../rooms/plugins/plugin-files.ts";
import { readPluginConfig } from "../../rooms/plugins/plugin-config.ts";
import { hideRelations } from "../../rooms/settings/fields/hide-relations.ts";
import { isGuestSpace } from "../../rooms/rights/open-app.ts";
import { appRightsOfUser } from "../../rooms/rights/app-rights.ts";
import type { App, AppSettings, JsonObject, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import type { BootApp, BootUser, BootView } from "../boot/boot.ts";

const byIndex = (a: JsonObject, b: JsonObject): number =>
  Number(a.index) - Number(b.index);

/** Views in their order; each knows its name. */
const viewsOf = (settings: AppSettings): BootView[] =>
  Object.entries(settings.views)
    .map(([name, view]) => ({ ...view, name: view.name ?? name }) as BootView)
    .sort(byIndex);

const named = (rows: Record<string, JsonObject>): JsonObject[] =>
  Object.entries(rows)
    .map(([name, row]) => ({ ...row, name: row.name ?? name }))
    .sort(byIndex);

const personOf = (site: Site, code: string) => ({
  code,
  name: site.store.users.get(code)?.name ?? code,
});

const configs = (
  app: App,
  ids: string[],
  side: "live" | "preview",
): BootApp["pluginConfigs"] =>
  Object.fromEntries(
    ids.map((id) => [id, readPluginConfig(app, id, side) ?? {}]),
  );

/** Settings of the plugins that run on these pages; on admin pages of all there are. */
const pluginConfigs = (
  site: Site,
  app: App,
  side: "live" | "preview",
): BootApp["pluginConfigs"] => {
  const running = pluginFilesFor(site, app, "desktop").map(({ id }) => id);
  const all = app.preview.settings.plugins.map(({ id }) => id);
  return configs(app, side === "live" ? running : all, side);
};

/** The guest space an app lies in, or null. */
export const guestSpaceOf = (site: Site, app: App): number | null =>
  isGuestSpace(site, app.spaceId) ? app.spaceId : null;

/** The app as a page knows it; admin pages look at the preview copy. */
export const bootAppOf = (
  site: Site,
  app: App,
  user: User,
  copyName: "live" | "preview",
): BootApp => {
  const copy = copyName === "live" && app.live ? app.live : app.preview;
  const { settings, revision } = copy;
  const rights = appRightsOfUser(site, app, user);
  return {
    id: app.id,
    code: app.code,
    name: String(settings.general.name ?? ""),
    description: String(settings.general.description ?? ""),
    spaceId: app.spaceId,
    guestSpaceId: guestSpaceOf(site, app),
    revision,
    createdAt: app.createdAt,
    creator: personOf(site, app.creator),
    modifiedAt: app.modifiedAt,
    modifier: personOf(site, app.modifier),
    general: settings.general,
    fields: settings.fields,
    visibleFields: hideRelations(
      site,
      { user, by: "session", tokens: [] },
      settings.fields,
    ),
    layout: settings.layout,
    views: viewsOf(settings),
    process: settings.process,
    reports: named(settings.reports),
    actions: named(settings.actions),
    rights: {
      addRecord: rights.recordAddable,
      editApp: rights.appEditable,
      viewRecords: rights.recordViewable,
    },
    pluginConfigs: pluginConfigs(site, app, copyName),
  };
};

/** The user as pages show them. */
export const bootUserOf = (user: User, language: "ja" | "en"): BootUser => ({
  id: String(user.id),
  code: user.code,
  name: user.name,
  email: user.email,
  timezone: user.timezone,
  language,
  isAdministrator: user.isAdministrator,
});
