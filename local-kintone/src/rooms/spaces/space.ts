import type { ApiContext } from "../../model/endpoint.ts";
import {
  boolean,
  dropBlank,
  id,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { appRights } from "../rights/app-rights.ts";
import { toAppAnswer } from "../settings/app-answer.ts";
import type { App, JsonObject, Space } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { guestSpaceIsPrivate, templateNotFound } from "./errors.ts";
import { makeSpace, saveSpace, WIDGETS } from "./made.ts";
import { memberUsers, membersShape, toMembers } from "./members.ts";
import { openSpace, openSpaceAsAdmin } from "../rights/space-rights.ts";

/** Deactivated and deleted users are shown without their data. */
const personOf = (site: Site, code: string): JsonObject => {
  const user = site.store.users.get(code);
  return user?.valid
    ? { code: user.code, name: user.name }
    : { code: "", name: "" };
};

const appsOf = (site: Site, space: Space): App[] =>
  [...site.store.apps.values()].filter(({ spaceId }) => spaceId === space.id);

/** Live apps that the caller may use. */
const attachedApps = (context: ApiContext, space: Space): JsonObject[] => {
  const { site, caller } = context;
  const isUsable = (app: App) => {
    const rights = appRights(site, app, caller);
    return rights.recordViewable || rights.recordAddable || rights.appEditable;
  };
  return appsOf(site, space)
    .filter((app) => app.live !== null && isUsable(app))
    .map((app) => {
      const { spaceId: _, ...rest } = toAppAnswer(site, app);
      return rest;
    });
};

const COVER = "GREEN";

/**
 * The parts of a portal are reported for spaces with several threads only. The cover is a
 * picture that is not served.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/get-space/
 */
export const getSpace = (context: ApiContext): JsonObject => {
  const { site, request } = context;
  const params = parseShape(object({ id: id() }), dropBlank(context.params));
  const space = openSpace(context, params.id);
  const { origin } = new URL(request.url);
  return {
    id: String(space.id),
    name: space.name,
    defaultThread: String(space.defaultThread),
    isPrivate: space.isPrivate,
    creator: personOf(site, space.creator),
    modifier: personOf(site, space.modifier),
    memberCount: String(memberUsers(site, space).length),
    coverType: "PRESET",
    coverKey: COVER,
    coverUrl: `${origin}/k/api/space/cover/get.do?key=${COVER}`,
    body: space.body,
    useMultiThread: space.useMultiThread,
    isGuest: space.isGuest,
    attachedApps: attachedApps(context, space),
    fixedMember: space.fixedMember,
    ...Object.fromEntries(
      WIDGETS.map((name) => [
        name,
        space.useMultiThread ? (space.widgets[name] ?? true) : null,
      ]),
    ),
    permissions: { createApp: space.createApp },
  };
};

const name = text({ min: 1, max: 128 });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/update-space/ */
export const putSpace = (context: ApiContext): JsonObject => {
  const shape = object({
    id: id(),
    name: optional(name),
    isPrivate: optional(boolean()),
    fixedMember: optional(boolean()),
    useMultiThread: optional(boolean()),
    showAnnouncement: optional(boolean()),
    showThreadList: optional(boolean()),
    showAppList: optional(boolean()),
    showMemberList: optional(boolean()),
    showRelatedLinkList: optional(boolean()),
    permissions: optional(
      object({ createApp: optional(oneOf(["EVERYONE", "ADMIN"])) }),
    ),
  });
  const params = parseShape(shape, context.params);
  const space = openSpaceAsAdmin(context, params.id);
  if (space.isGuest && params.isPrivate === false) throw guestSpaceIsPrivate();
  const widgets = Object.fromEntries(
    WIDGETS.map((it) => [it, params[it] ?? space.widgets[it] ?? true]),
  );
  saveSpace(context, {
    ...space,
    name: params.name ?? space.name,
    isPrivate: params.isPrivate ?? space.isPrivate,
    fixedMember: params.fixedMember ?? space.fixedMember,
    // There is no way back from several threads to one.
    useMultiThread: space.useMultiThread || params.useMultiThread === true,
    createApp: params.permissions?.createApp ?? space.createApp,
    widgets,
  });
  return {};
};

/** With its threads and apps. @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/delete-space/ */
export const deleteSpace = (context: ApiContext): JsonObject => {
  const { store } = context.site;
  const params = parseShape(object({ id: id() }), dropBlank(context.params));
  const space = openSpaceAsAdmin(context, params.id);
  for (const app of appsOf(context.site, space)) store.removeApp(app.id);
  for (const thread of [...store.threads.values()]) {
    if (thread.space !== space.id) continue;
    for (const key of thread.comments.flatMap(({ files }) => files))
      store.removeFile(key);
    store.removeThread(thread.id);
  }
  store.removeSpace(space.id);
  return {};
};

/** The HTML is kept as it came. @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/update-space-body/ */
export const putBody = (context: ApiContext): JsonObject => {
  const shape = object({ id: id(), body: text({ max: 65_535 }) });
  const params = parseShape(shape, context.params);
  const space = openSpaceAsAdmin(context, params.id);
  saveSpace(context, { ...space, body: params.body });
  return {};
};

/**
 * Everybody may make spaces here. Templates come from the control door, because a real
 * site makes them on screens; they bring no apps.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/add-space/
 */
export const addFromTemplate = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const shape = object({
    id: id(),
    name,
    members: membersShape,
    isPrivate: withDefault(boolean(), false),
    isGuest: withDefault(boolean(), false),
    fixedMember: withDefault(boolean(), false),
  });
  const params = parseShape(shape, context.params);
  const template = site.store.spaceTemplates.get(params.id);
  if (!template) throw templateNotFound();
  const space = makeSpace(site, {
    name: params.name,
    isGuest: params.isGuest,
    isPrivate: params.isPrivate || params.isGuest,
    useMultiThread: template.useMultiThread,
    fixedMember: params.fixedMember,
    members: toMembers(site, params.members),
    creator: caller.user.code,
  });
  return { id: String(space.id) };
};
