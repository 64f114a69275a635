import { ApiError, invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  fieldCodeNotFound,
  noPrivilege,
  tokenNotAllowed,
} from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import {
  boolean,
  dictionary,
  id,
  integer,
  list,
  messages,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
} from "../../ground/shape.ts";
import type { AppSettings, JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import { idOf, settleNamedSet } from "./named-set.ts";
import type { Placed } from "./named-set.ts";
import { checkFilter, checkSort } from "../rights/query-check.ts";

/** Length of the longest texts elsewhere in settings; that of HTML is unverified. */
const MAX_HTML = 65_535;

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/view/update-views/ */
const viewShape = object({
  type: oneOf(["LIST", "CALENDAR", "CUSTOM"]),
  builtinType: optional(oneOf(["ASSIGNEE"])),
  name: optional(text({ min: 1, max: 64 })),
  index: integer({ min: 0 }),
  fields: optional(list(text({ min: 1 }))),
  date: optional(text({ min: 1 })),
  title: optional(text({ min: 1 })),
  html: optional(text({ max: MAX_HTML })),
  pager: optional(boolean()),
  device: optional(oneOf(["DESKTOP", "ANY"])),
  filterCond: optional(text()),
  sort: optional(text()),
});
type GivenView = ReturnType<typeof viewShape.read>;

/** English: cybozu/swift-kintone-rest-api, Tests/KintoneAPITests (May 2026). */
const ASSIGNEE_VIEW = { ja: "(作業者が自分)", en: "(Assigned to me)" };
const DATE_TYPES = new Set([
  "DATE",
  "DATETIME",
  "CREATED_TIME",
  "UPDATED_TIME",
]);
const NOT_LISTABLE = new Set(["GROUP", "REFERENCE_TABLE"]);
/** Shown only while process management or categories are on. */
const SWITCHED = new Set(["STATUS", "STATUS_ASSIGNEE", "CATEGORY"]);
/** A drop-down was refused as the title of a calendar; the other choices alike is ours. */
const NO_TITLE = new Set([
  "DROP_DOWN",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
]);
const MAX_VIEWS = 1000;
/** Name of the list that has no settings. */
const ALL_RECORDS = "（すべて）";

const notATitle: Localised = {
  ja: "カレンダーのタイトルに使用できないフィールドです。",
  en: "The field cannot be used as the title of a calendar.",
};
const notToCustom: Localised = {
  ja: "カスタマイズの一覧とほかの種類の一覧を相互に変更することはできません。",
  en: "A list cannot be changed to or from a custom one.",
};
const fixedCondition: Localised = {
  ja: "自動作成された一覧の絞り込み条件は変更できません。",
  en: "The condition of a list that was created automatically cannot be changed.",
};
const reservedName: Localised = {
  ja: "この名前は使用できません。",
  en: "This name is reserved.",
};
const notADate: Localised = {
  ja: "日付のフィールドを指定してください。",
  en: "Specify a date field.",
};
/** Seen in Japanese: cy-takeuchi/monosashi, tools/fixture-app/build.ts (September 2026). */
const builtinNeeded = (name: string) =>
  new ApiError(400, "GAIA_IL44", {
    ja: `「${name}」は自動作成された一覧のため、削除できません。`,
    en: `"${name}" cannot be deleted because it was created automatically.`,
  });

/** Recorded: kintone-labs/kintone-js-sdk. */
const keyDiffers = (key: string, name: string) =>
  new ApiError(400, "GAIA_IN01", {
    ja: `一覧の更新に失敗しました。キー${key}がnameパラメーターの値${name}と一致しません。`,
    en: `Failed to update view. Key ${key} does not match the value of ${name} in the name parameter.`,
  });

const codeOfType = (settings: AppSettings, type: string): string =>
  Object.values(settings.fields).find((field) => field.type === type)?.code ??
  "";

const textOf = (
  view: JsonObject | undefined,
  member: string,
): string | undefined => {
  const value = view?.[member];
  return typeof value === "string" ? value : undefined;
};

const requireField = (settings: AppSettings, code: string) => {
  const field = own(settings.fields, code);
  const isOff = field && SWITCHED.has(field.type) && field.enabled !== true;
  if (!field || isOff || NOT_LISTABLE.has(field.type))
    throw fieldCodeNotFound(code);
  return field;
};

const refuse = (path: string, message: Localised): never => {
  throw invalidInput({ [path]: { messages: [message] } });
};

const listMembers = (
  settings: AppSettings,
  { key, given, current }: Placed<GivenView>,
): JsonObject => {
  const known = Array.isArray(current?.fields)
    ? current.fields.map(String)
    : undefined;
  // A calendar that becomes a table may leave its columns out.
  const first = current && [codeOfType(settings, "RECORD_NUMBER")];
  const fields = given.fields ?? known ?? first;
  const path = `views[${key}].fields`;
  if (!fields?.length) return refuse(path, messages.required);
  if (new Set(fields).size < fields.length)
    return refuse(path, ourMessages.duplicate);
  for (const code of fields) requireField(settings, code);
  return { fields };
};

const calendarMembers = (
  settings: AppSettings,
  { key, given, current }: Placed<GivenView>,
): JsonObject => {
  const date =
    given.date ??
    textOf(current, "date") ??
    codeOfType(settings, "CREATED_TIME");
  const title =
    given.title ??
    textOf(current, "title") ??
    codeOfType(settings, "RECORD_NUMBER");
  if (NO_TITLE.has(requireField(settings, title).type))
    throw invalidInput({ [`views[${key}].title`]: { messages: [notATitle] } });
  if (!DATE_TYPES.has(requireField(settings, date).type))
    throw invalidInput({ [`views[${key}].date`]: { messages: [notADate] } });
  return { date, title };
};

const customMembers = ({ given, current }: Placed<GivenView>): JsonObject => ({
  html: given.html ?? textOf(current, "html") ?? "",
  pager: given.pager ?? current?.pager ?? true,
  device: given.device ?? textOf(current, "device") ?? "DESKTOP",
});

const membersOf = (
  settings: AppSettings,
  placed: Placed<GivenView>,
): JsonObject => {
  if (placed.given.type === "LIST") return listMembers(settings, placed);
  if (placed.given.type === "CALENDAR")
    return calendarMembers(settings, placed);
  return customMembers(placed);
};

const toView = (
  context: ApiContext,
  settings: AppSettings,
  placed: Placed<GivenView>,
  index: number,
): JsonObject => {
  const { key, name, given, current } = placed;
  if (name === ALL_RECORDS) refuse(`views[${key}].name`, reservedName);
  const isNowCustom = given.type === "CUSTOM";
  if (current && isNowCustom !== isCustom(current))
    refuse(`views[${key}].type`, notToCustom);
  const filterCond = given.filterCond ?? textOf(current, "filterCond") ?? "";
  const builtin = textOf(current, "builtinType");
  if (builtin && filterCond !== textOf(current, "filterCond"))
    refuse(`views[${key}].filterCond`, fixedCondition);
  const byNumber = `${codeOfType(settings, "RECORD_NUMBER")} desc`;
  const sort = given.sort ?? textOf(current, "sort") ?? byNumber;
  if (given.filterCond !== undefined)
    checkFilter(context, settings, filterCond);
  if (given.sort !== undefined)
    checkSort(context, settings, sort, `views[${key}].sort`);
  return {
    id: idOf(context.site, "view", current),
    type: given.type,
    name,
    index: String(index),
    ...(builtin && { builtinType: builtin }),
    ...membersOf(settings, placed),
    filterCond,
    sort,
  };
};

const isCustom = (view: JsonObject | undefined) => view?.type === "CUSTOM";
const isSame = (a: JsonObject | undefined, b: JsonObject | undefined) =>
  JSON.stringify(a) === JSON.stringify(b);

/** Custom views run code, so adding or changing one takes a system administrator. */
const requireCustomRight = (
  context: ApiContext,
  before: Record<string, JsonObject>,
  after: readonly JsonObject[],
) => {
  const old = Object.values(before);
  const hasCustom = [...old, ...after].some(isCustom);
  if (hasCustom && context.caller.by === "token") throw tokenNotAllowed();
  const isChanged = after.filter(isCustom).some(
    (view) =>
      !isSame(
        view,
        old.find((it) => it.id === view.id),
      ),
  );
  if (isChanged && !context.caller.user.isAdministrator) throw noPrivilege();
};

const requireBuiltin = (
  before: Record<string, JsonObject>,
  after: readonly JsonObject[],
) => {
  const kept = new Set(after.map((view) => view.id));
  const lost = Object.values(before).find(
    (view) => view.builtinType && !kept.has(view.id),
  );
  if (lost) throw builtinNeeded(String(lost.name));
};

export const getViews = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context);
  return { views: copy.settings.views, revision: String(copy.revision) };
};

export const putViews = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    views: dictionary(viewShape),
    revision: revisionShape,
  });
  const params = parseShape(shape, context.params);
  if (Object.keys(params.views).length > MAX_VIEWS)
    refuse("views", ourMessages.size(0, MAX_VIEWS));
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const placed = settleNamedSet(
    settings.views,
    params.views,
    "views",
    keyDiffers,
  );
  const views = placed.map((it, i) => toView(context, settings, it, i));
  requireCustomRight(context, settings.views, views);
  requireBuiltin(settings.views, views);
  const byName = Object.fromEntries(
    views.map((view) => [String(view.name), view]),
  );
  const saved = savePreview(context, app, { ...settings, views: byName });
  const ids = views.map((view): [string, JsonObject] => [
    String(view.name),
    { id: view.id ?? null },
  ]);
  return { views: Object.fromEntries(ids), ...saved };
};

/**
 * The list of what waits for oneself comes with process management and goes with it.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/view/get-views/
 */
export const settleBuiltinView = (
  site: Site,
  settings: AppSettings,
): AppSettings => {
  const entries = Object.entries(settings.views);
  const hasBuiltin = entries.some(
    ([, view]) => view.builtinType === "ASSIGNEE",
  );
  if (hasBuiltin === settings.process.enable) return settings;
  if (hasBuiltin) {
    const rest = entries.filter(([, view]) => view.builtinType !== "ASSIGNEE");
    return { ...settings, views: Object.fromEntries(rest) };
  }
  const number = codeOfType(settings, "RECORD_NUMBER");
  const assignee = codeOfType(settings, "STATUS_ASSIGNEE");
  const name = ASSIGNEE_VIEW[site.options.defaultLanguage];
  const view: JsonObject = {
    id: idOf(site, "view", undefined),
    type: "LIST",
    name,
    index: String(entries.length),
    builtinType: "ASSIGNEE",
    fields: [number, codeOfType(settings, "STATUS")],
    filterCond: `${assignee} in (LOGINUSER())`,
    sort: `${number} desc`,
  };
  return {
    ...settings,
    views: Object.fromEntries([...entries, [name, view]]),
  };
};
