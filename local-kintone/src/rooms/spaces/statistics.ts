import type { ApiContext } from "../../model/endpoint.ts";
import {
  dropBlank,
  integer,
  object,
  parseShape,
  withDefault,
} from "../../ground/shape.ts";
import { trafficOf } from "../../model/traffic.ts";
import { appRights } from "../rights/app-rights.ts";
import { personOf, withMillis } from "../settings/app-answer.ts";
import type {
  App,
  AppSettings,
  FieldValue,
  JsonObject,
  Space,
  StoredRecord,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { memberUsers } from "./members.ts";
import { isSpaceAdmin, maySeeSpace } from "../rights/space-rights.ts";

const PAGE = 100;
const pageShape = object({
  offset: withDefault(integer({ min: 0, max: 2_147_483_647 }), 0),
  limit: withDefault(integer({ min: 1, max: PAGE }), PAGE),
});

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

const pageOf = <T extends { id: number }>(
  context: ApiContext,
  all: Iterable<T>,
  isVisible: (it: T) => boolean,
): T[] => {
  const { offset, limit } = parseShape(pageShape, dropBlank(context.params));
  const visible = [...all].filter(isVisible).sort(byId);
  return visible.slice(offset, offset + limit);
};

const toSpaceStatistics = (site: Site, space: Space): JsonObject => {
  const members = memberUsers(site, space);
  const admins = members.filter((user) => isSpaceAdmin(site, space, user));
  return {
    id: String(space.id),
    name: space.name,
    administratorCount: String(admins.length),
    memberCount: String(members.length),
    isPrivate: space.isPrivate,
    isGuest: space.isGuest,
    creator: personOf(site, space.creator),
    createdAt: withMillis(space.createdAt),
    modifier: personOf(site, space.modifier),
    modifiedAt: withMillis(space.modifiedAt),
  };
};

/** All spaces for administrators, else public and own ones. @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/get-spaces-statistics/ */
export const getSpacesStatistics = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const isVisible = (space: Space) =>
    caller.user.isAdministrator || maySeeSpace(site, space, caller.user);
  const spaces = pageOf(context, site.store.spaces.values(), isVisible);
  return { spaces: spaces.map((space) => toSpaceStatistics(site, space)) };
};

const statusOf = (app: App): string => {
  if (!app.live) return "NOT_ACTIVATED";
  return app.live.revision === app.preview.revision ? "ACTIVATED" : "CHANGED";
};

const countFields = ({ fields }: AppSettings): number =>
  Object.values(fields).reduce(
    (sum, field) => sum + 1 + Object.keys(field.fields ?? {}).length,
    0,
  );

/** Scripts, plugins, or a list of the kind "custom". */
const isCustomised = ({ customize, plugins, views }: AppSettings): boolean =>
  plugins.length > 0 ||
  Object.values(views).some(({ type }) => type === "CUSTOM") ||
  /"type":"(URL|FILE)"/.test(JSON.stringify(customize));

const sizeOf = (value: FieldValue): number => {
  if (!Array.isArray(value)) return 0;
  return value.reduce<number>((sum, item) => {
    if (typeof item === "string") return sum;
    if ("size" in item) return sum + Number(item.size);
    return "id" in item ? sum + sizesOf(item.value) : sum;
  }, 0);
};
const sizesOf = (values: StoredRecord["values"]): number =>
  Object.values(values).reduce<number>((sum, it) => sum + sizeOf(it), 0);

const dailyRequests = (site: Site, app: App): number =>
  [...trafficOf(site).counts.values()]
    .filter((it) => it.app === app.id)
    .reduce((sum, { count }) => sum + count, 0);

const toAppStatistics = (site: Site, app: App): JsonObject => {
  const { settings } = app.live ?? app.preview;
  const records = [...site.store.records(app.id).values()];
  const space =
    app.spaceId === null ? undefined : site.store.spaces.get(app.spaceId);
  const updated = records.map(({ updatedAt }) => updatedAt).sort();
  return {
    id: String(app.id),
    name: String(settings.general.name ?? ""),
    space: space ? { id: String(space.id), name: space.name } : null,
    appGroup: "Public",
    status: statusOf(app),
    recordUpdatedAt: withMillis(updated.at(-1) ?? app.createdAt),
    recordCount: String(records.length),
    fieldCount: String(countFields(settings)),
    dailyRequestCount: String(dailyRequests(site, app)),
    storageUsage: String(
      records.reduce((sum, { values }) => sum + sizesOf(values), 0),
    ),
    customized: isCustomised(settings),
    creator: personOf(site, app.creator),
    createdAt: withMillis(app.createdAt),
    modifier: personOf(site, app.modifier),
    modifiedAt: withMillis(app.modifiedAt),
  };
};

/**
 * All apps for administrators, else those that the caller may use (unverified).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-apps-statistics/
 */
export const getAppsStatistics = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const isVisible = (app: App) => {
    const rights = appRights(site, app, caller);
    const isUser = rights.recordViewable || rights.recordAddable;
    return caller.user.isAdministrator || isUser || rights.appEditable;
  };
  const apps = pageOf(context, site.store.apps.values(), isVisible);
  return { apps: apps.map((app) => toAppStatistics(site, app)) };
};
