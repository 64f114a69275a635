import { randomInt } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { listNotifications } from "../../rooms/notifications/inbox.ts";
import { deliverDueReminders } from "../../rooms/notifications/reminders.ts";
import { ApiError } from "../../ground/api-error.ts";
import { errorResponse } from "../../model/error-response.ts";
import { appNotFound, notJson } from "../../ground/errors.ts";
import {
  boolean,
  dropBlank,
  id,
  isObject,
  list,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { trafficOf } from "../../model/traffic.ts";
import {
  resetSite,
  restoreSnapshot,
  takeSnapshot,
} from "../../rooms/create-site.ts";
import type { Snapshot } from "../../rooms/create-site.ts";
import { EVERYONE } from "../../model/built-in.ts";
import type { SpaceMember } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { makeSpace } from "../../rooms/spaces/made.ts";
import { membersShape, toMembers } from "../../rooms/spaces/members.ts";
import { userNotFound } from "../../rooms/users/errors.ts";
import { addFault, clearFaults, faultShape, listFaults } from "./faults.ts";

/** Takes the parameters of a control request and gives what is answered as JSON. */
type Control = (site: Site, params: Record<string, unknown>) => unknown;

const readBody = async (context: Context): Promise<Record<string, unknown>> => {
  const body = await context.req.text();
  if (body.trim() === "") return dropBlank(context.req.query());
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value)) return value;
  } catch {
    // Reported below, like any other body that is no object.
  }
  throw notJson();
};

const isoNow = (site: Site) => new Date(site.clock.now()).toISOString();

const wrongMoment = () =>
  new ApiError(400, "LOCAL_CLOCK", {
    ja: "nowにはISO 8601の日時かnullを指定します。",
    en: "now must be an ISO 8601 date and time, or null.",
  });

/** Reminders that fall due on the way are sent, at the moments they fell due. */
const setClock: Control = (site, { now }) => {
  const moment = typeof now === "string" ? Date.parse(now) : null;
  const isWrong = now !== null && (moment === null || Number.isNaN(moment));
  if (isWrong) throw wrongMoment();
  deliverDueReminders(site);
  site.clock.set(moment);
  deliverDueReminders(site);
  return { now: isoNow(site) };
};

const readClock: Control = (site) => ({ now: isoNow(site) });

const setFault: Control = (site, params) => ({
  id: addFault(site, parseShape(faultShape, params)),
});
const readFaults: Control = (site) => ({ faults: listFaults(site) });
const removeFaults: Control = (site) => {
  clearFaults(site);
  return {};
};

const readStats: Control = (site) => {
  const { total, running, counts, log } = trafficOf(site);
  const requests = [...counts.values()];
  const apps: Record<string, number> = {};
  for (const { app, count } of requests)
    if (app !== null) apps[app] = (apps[app] ?? 0) + count;
  return { total, running, apps, requests, log };
};
const clearStats: Control = (site) => {
  const traffic = trafficOf(site);
  traffic.total = 0;
  traffic.counts.clear();
  traffic.log.length = 0;
  return {};
};

const reset: Control = (site) => {
  resetSite(site);
  deliverDueReminders(site);
  return {};
};

const readNotifications: Control = (site, params) => {
  const { user: code } = parseShape(object({ user: text({ min: 1 }) }), params);
  const user = site.store.users.get(code);
  if (!user) throw userNotFound();
  deliverDueReminders(site);
  return { notifications: listNotifications(site, user) };
};

/** Snapshots outlive a reset, so they are kept beside the site. */
const snapshots = new WeakMap<Site, Map<string, Snapshot>>();
const snapshotsOf = (site: Site): Map<string, Snapshot> => {
  const known = snapshots.get(site) ?? new Map<string, Snapshot>();
  snapshots.set(site, known);
  return known;
};
const nameShape = object({
  name: withDefault(text({ min: 1, max: 100 }), "default"),
});

const snapshot: Control = (site, params) => {
  const { name } = parseShape(nameShape, params);
  snapshotsOf(site).set(name, takeSnapshot(site));
  return { name };
};
const restore: Control = (site, params) => {
  const { name } = parseShape(nameShape, params);
  const found = snapshotsOf(site).get(name);
  if (!found)
    throw new ApiError(404, "LOCAL_SNAPSHOT", {
      ja: `スナップショット「${name}」がありません。`,
      en: `There is no snapshot "${name}".`,
    });
  restoreSnapshot(site, found);
  return { name };
};

/**
 * Routes for actions that only the UI of a real site has: tokens, app codes,
 * spaces, templates of spaces, deleting apps.
 */
const tokenRights = ["view", "add", "edit", "delete", "manage"] as const;
const LETTERS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Letters and digits, as on a real site: a hyphen at the head would look like an option on a command line. */
const newToken = () =>
  Array.from({ length: 40 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

const addToken: Control = (site, params) => {
  const shape = object({
    app: id(),
    rights: list(oneOf(tokenRights)),
  });
  const { app: appId, rights } = parseShape(shape, params);
  const app = site.store.apps.get(appId);
  if (!app) throw appNotFound(appId);
  const token = newToken();
  site.store.saveApp({ ...app, tokens: [...app.tokens, { token, rights }] });
  return { token };
};

const changeApp: Control = (site, params) => {
  const shape = object({ app: id(), code: optional(text({ max: 64 })) });
  const { app: appId, code } = parseShape(shape, params);
  const app = site.store.apps.get(appId);
  if (!app) throw appNotFound(appId);
  site.store.saveApp({ ...app, code: code ?? app.code });
  return {};
};

const removeApp: Control = (site, params) => {
  const { app } = parseShape(object({ app: id() }), params);
  if (!site.store.apps.has(app)) throw appNotFound(app);
  site.store.removeApp(app);
  return {};
};

/** Without members everybody is one, and the first administrator keeps the space. */
const addSpace: Control = (site, params) => {
  const { adminCode } = site.options;
  const shape = object({
    name: text({ min: 1 }),
    isGuest: withDefault(boolean(), false),
    isPrivate: withDefault(boolean(), false),
    useMultiThread: withDefault(boolean(), false),
    members: optional(membersShape),
  });
  const { members, ...given } = parseShape(shape, params);
  const space = makeSpace(site, {
    ...given,
    isPrivate: given.isPrivate || given.isGuest,
    fixedMember: false,
    creator: adminCode,
    members: toMembers(site, members ?? defaultMembers(adminCode)),
  });
  return { id: String(space.id), defaultThread: String(space.defaultThread) };
};
const defaultMembers = (adminCode: string): SpaceMember[] => [
  {
    entity: { type: "USER", code: adminCode },
    isAdmin: true,
    includeSubs: false,
  },
  {
    entity: { type: "GROUP", code: EVERYONE },
    isAdmin: false,
    includeSubs: false,
  },
];

const addSpaceTemplate: Control = (site, params) => {
  const shape = object({
    name: text({ min: 1 }),
    useMultiThread: withDefault(boolean(), false),
  });
  const template = {
    id: site.store.nextId("spaceTemplate"),
    ...parseShape(shape, params),
  };
  site.store.saveSpaceTemplate(template);
  return { id: String(template.id) };
};

type Method = "get" | "post" | "put" | "delete";
const routes: Array<[Method, string, Control]> = [
  ["get", "clock", readClock],
  ["post", "clock", setClock],
  ["get", "faults", readFaults],
  ["post", "faults", setFault],
  ["delete", "faults", removeFaults],
  ["get", "stats", readStats],
  ["delete", "stats", clearStats],
  ["post", "reset", reset],
  ["get", "notifications", readNotifications],
  ["post", "snapshot", snapshot],
  ["post", "restore", restore],
  ["post", "tokens", addToken],
  ["put", "apps", changeApp],
  ["delete", "apps", removeApp],
  ["post", "spaces", addSpace],
  ["post", "space-templates", addSpaceTemplate],
];

const answer = (site: Site, control: Control) => async (context: Context) => {
  try {
    const params = await readBody(context);
    return context.json(control(site, params) ?? {});
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error, "en");
    throw error;
  }
};

/** Tells whether a foreign web page sends a request: browsers say so in these headers. */
const isForeignRequest = (request: Request): boolean => {
  const origin = request.headers.get("Origin");
  const site = request.headers.get("Sec-Fetch-Site");
  const isForeign = origin !== null && origin !== new URL(request.url).origin;
  return isForeign || site === "cross-site" || site === "same-site";
};

const foreignPage = () =>
  new ApiError(403, "LOCAL_FOREIGN_PAGE", {
    ja: "ほかのサイトのページからは操作できません。",
    en: "Pages of other sites may not use this door.",
  });

/**
 * Doors for tests and demos under `/_local/`: no login, no kintone. The server is
 * bound to localhost and refuses other names, and the doors refuse pages of other origins.
 */
export const createControl = (site: Site): Hono => {
  const app = new Hono();
  app.use("/_local/*", async (context, next) => {
    if (isForeignRequest(context.req.raw))
      return errorResponse(foreignPage(), "en");
    return next();
  });
  for (const [method, path, control] of routes)
    app.on(method.toUpperCase(), `/_local/${path}`, answer(site, control));
  return app;
};
