import { invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  appNotFound,
  noPrivilege,
  spaceNotFound,
  threadNotFound,
} from "../../ground/errors.ts";
import {
  checked,
  dropBlank,
  id,
  integer,
  list,
  object,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type { Shape } from "../../ground/shape.ts";
import type { App, JsonObject } from "../../model/model.ts";
import { mayCreateAppsIn } from "../rights/space-rights.ts";
import { findApp, requireAppViewer } from "../rights/open-app.ts";
import { toAppAnswer } from "./app-answer.ts";
import { appRights } from "../rights/app-rights.ts";
import { defaultSettings } from "./default-settings.ts";

/** Recorded: kintone-labs/kintone-js-sdk. */
const nameLength: Localised = {
  ja: "名前は1文字以上64文字以内で指定してください。",
  en: "Name must be between 1 and 64 characters.",
};

/** Name of an app. */
export const appName: Shape<string> = checked(text(), (name) =>
  name.length > 0 && [...name].length <= 64 ? null : nameLength,
);

// Recorded: kintone-labs/kintone-js-sdk.
const spaceNeeded: Localised = {
  ja: "スペースにアプリを作成する場合は、spaceパラメーターが必要です。",
  en: "Space parameter is required to create an app in space.",
};
const threadNeeded: Localised = {
  ja: "スペースにアプリを作成する場合は、threadパラメーターが必要です。",
  en: "Thread parameter is required to create an app in space.",
};

/** Thread for a new app: in a space in which the caller may create apps. */
const requirePlace = (
  { site, caller, guestSpaceId }: ApiContext,
  {
    space: spaceId,
    thread: threadId,
  }: { space?: number | undefined; thread?: number | undefined },
): { spaceId: number | null; threadId?: number } => {
  if (spaceId === undefined && threadId === undefined && guestSpaceId === null)
    return { spaceId: null };
  if (spaceId === undefined && threadId !== undefined)
    throw invalidInput({ space: { messages: [spaceNeeded] } });
  if (spaceId !== undefined && threadId === undefined)
    throw invalidInput({ thread: { messages: [threadNeeded] } });
  const placeId = spaceId ?? guestSpaceId ?? 0;
  const space = site.store.spaces.get(placeId);
  if (!space) throw spaceNotFound(placeId);
  const isPlace = guestSpaceId === (space.isGuest ? space.id : null);
  if (!isPlace || !mayCreateAppsIn(site, space, caller.user))
    throw noPrivilege();
  const thread = threadId ?? space.defaultThread;
  if (site.store.threads.get(thread)?.space !== space.id)
    throw threadNotFound(thread);
  return { spaceId: space.id, threadId: thread };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-app/ */
export const getApp = (context: ApiContext): JsonObject => {
  const params = parseShape(object({ id: id() }), dropBlank(context.params));
  const app = findApp(context, params.id);
  requireAppViewer(context, app);
  if (!app.live) throw appNotFound(params.id);
  return toAppAnswer(context.site, app);
};

/** English ours. @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java */
const illegalCode: Localised = {
  ja: "アプリコードに使用できない文字が含まれています。",
  en: "The app code contains characters that cannot be used.",
};
const appCode: Shape<string> = checked(text({ min: 1, max: 64 }), (code) =>
  /^[\w-]+$/.test(code) ? null : illegalCode,
);

const PAGE = 100;
const ids = optional(list(id(), { max: PAGE }));

/**
 * Live apps that the caller may use, by id.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-apps/
 */
export const getApps = (context: ApiContext): JsonObject => {
  const shape = object({
    ids,
    codes: optional(list(appCode, { max: PAGE })),
    name: optional(appName),
    spaceIds: ids,
    limit: withDefault(integer({ min: 1, max: PAGE }), PAGE),
    offset: withDefault(integer({ min: 0, max: 2_147_483_647 }), 0),
  });
  const params = parseShape(shape, dropBlank(context.params));
  const { site, guestSpaceId, caller } = context;
  const name = params.name?.toLowerCase();
  const isWanted = (app: App): boolean => {
    const rights = appRights(site, app, caller);
    const isVisible =
      rights.recordViewable || rights.recordAddable || rights.appEditable;
    const title = String(app.live?.settings.general.name ?? "");
    return (
      app.live !== null &&
      isVisible &&
      (guestSpaceId === null || app.spaceId === guestSpaceId) &&
      (params.ids?.includes(app.id) ?? true) &&
      (params.codes?.includes(app.code) ?? true) &&
      (name === undefined || title.toLowerCase().includes(name)) &&
      (params.spaceIds?.includes(app.spaceId ?? 0) ?? true)
    );
  };
  const found = [...site.store.apps.values()]
    .filter(isWanted)
    .sort((a, b) => a.id - b.id);
  const page = found.slice(params.offset, params.offset + params.limit);
  return { apps: page.map((app) => toAppAnswer(site, app)) };
};

/**
 * A new app exists in the preview copy only, until it is deployed. Every user may
 * create apps here (the site-wide right is unverified).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/add-app/
 */
export const addApp = (context: ApiContext): JsonObject => {
  const shape = object({
    name: appName,
    space: optional(id()),
    thread: optional(id()),
  });
  const params = parseShape(shape, context.params);
  const { site, caller } = context;
  const { user } = caller;
  const place = requirePlace(context, params);
  const now = new Date(site.clock.now()).toISOString();
  const app: App = {
    id: site.store.nextId("app"),
    code: "",
    ...place,
    creator: user.code,
    createdAt: now,
    modifier: user.code,
    modifiedAt: now,
    preview: {
      revision: 2,
      settings: defaultSettings(
        params.name,
        user.timezone,
        site.options.defaultLanguage,
      ),
    },
    live: null,
    deploy: "NONE",
    tokens: [],
  };
  site.store.saveApp(app);
  return { app: String(app.id), revision: String(app.preview.revision) };
};

/**
 * Null and nothing take an app out of its space. Guest spaces take no apps and give none.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/move-app/
 */
export const moveApp = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const shape = object({ app: id(), space: optional(id()) });
  const params = parseShape(shape, context.params);
  const { threadId: _, ...app } = findApp(context, params.app);
  if (!appRights(site, app, caller).appEditable) throw noPrivilege();
  const target = params.space ?? null;
  if (target !== null && !site.store.spaces.has(target))
    throw spaceNotFound(target);
  for (const placeId of [app.spaceId, target]) {
    const space = placeId === null ? null : site.store.spaces.get(placeId);
    const isClosed =
      space?.isGuest || (space && !mayCreateAppsIn(site, space, caller.user));
    if (isClosed) throw noPrivilege();
  }
  site.store.saveApp({ ...app, spaceId: target });
  return {};
};
