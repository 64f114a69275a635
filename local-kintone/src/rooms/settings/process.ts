import { ApiError, invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
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
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type {
  App,
  AppSettings,
  JsonObject,
  Origins,
} from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import { entityShape, requireKnownEntity, toEntity } from "./entity-shapes.ts";
import { originsOf, renameStates } from "./fields/origins.ts";
import { settleNamedSet } from "./named-set.ts";
import type { Placed } from "./named-set.ts";
import { checkFilter } from "../rights/query-check.ts";
import { settleBuiltinView } from "./views.ts";
import { parseCondition } from "../../language/query/parser.ts";
import type { Condition } from "../../language/query/ast.ts";

// A real site refused CREATOR here although the OpenAPI description lists it.
const member = object({
  entity: entityShape([
    "USER",
    "GROUP",
    "ORGANIZATION",
    "FIELD_ENTITY",
    "CUSTOM_FIELD",
  ]),
  includeSubs: withDefault(boolean(), false),
});
const stateShape = object({
  name: optional(text({ min: 1, max: 64 })),
  index: integer({ min: 0 }),
  assignee: optional(
    object({ type: oneOf(["ONE", "ALL", "ANY"]), entities: list(member) }),
  ),
});
const actionShape = object({
  name: text({ min: 1, max: 64 }),
  from: text({ min: 1, max: 64 }),
  to: text({ min: 1, max: 64 }),
  filterCond: withDefault(text(), ""),
  type: withDefault(oneOf(["PRIMARY", "SECONDARY"]), "PRIMARY"),
  executableUser: optional(object({ entities: list(member, { min: 1 }) })),
});
type GivenState = ReturnType<typeof stateShape.read>;
type GivenAction = ReturnType<typeof actionShape.read>;
type GivenMember = ReturnType<typeof member.read>;

/** Seen in Japanese: cy-takeuchi/monosashi, docs/KINTONE.md (September 2026). */
const firstStateRule: Localised = {
  ja: "先頭のステータスでは、作業者は空、またはレコードの作成者フィールドを指定します。",
  en: "For the first status, the assignee must be empty or the creator field of the record.",
};
/** Japanese as documented. */
const newFirstState: Localised = {
  ja: "先頭のステータスは新規に追加できません。",
  en: "The first status cannot be added newly.",
};
const stateInUse: Localised = {
  ja: "レコードがあるステータスは削除できません。",
  en: "A status that records are in cannot be deleted.",
};
const unknownState: Localised = {
  ja: "ステータスの設定にないステータスです。",
  en: "The status is not in the settings.",
};
const noStatusInFilter: Localised = {
  ja: "アクションの条件にステータスは指定できません。",
  en: "The status cannot be used in the condition of an action.",
};

const invalid = (path: string, message: Localised) =>
  invalidInput({ [path]: { messages: [message] } });

const settleMembers = (
  context: ApiContext,
  settings: AppSettings,
  given: readonly GivenMember[],
  path: string,
): JsonObject[] =>
  given.map(({ entity, includeSubs }, i) => {
    if (entity.type === "CUSTOM_FIELD")
      throw new ApiError(501, "LOCAL_UNSUPPORTED", {
        ja: "local-kintoneはカスタマイズ項目の作業者を知りません。",
        en: "local-kintone does not know assignees from custom profile fields.",
      });
    requireKnownEntity(
      context.site,
      settings,
      entity,
      `${path}.entities[${i}].entity`,
    );
    return { entity: toEntity(entity), includeSubs };
  });

const creatorOf = (settings: AppSettings) =>
  Object.values(settings.fields).find((field) => field.type === "CREATOR")
    ?.code ?? "";

/** Left out means: chosen by the user who moves the record, out of the creator alone. */
const defaultAssignee = (settings: AppSettings): JsonObject => ({
  type: "ONE",
  entities: [
    {
      entity: { type: "FIELD_ENTITY", code: creatorOf(settings) },
      includeSubs: false,
    },
  ],
});

const isAllowedFirst = (
  settings: AppSettings,
  assignee: JsonObject,
): boolean => {
  const creator = creatorOf(settings);
  const entities = assignee.entities as Array<{
    entity: { type: string; code: string };
  }>;
  const isCreator = ({ entity }: { entity: { type: string; code: string } }) =>
    entity.type === "FIELD_ENTITY" && entity.code === creator;
  return (
    assignee.type === "ONE" && entities.length <= 1 && entities.every(isCreator)
  );
};

const toState = (
  context: ApiContext,
  settings: AppSettings,
  placed: Placed<GivenState>,
  index: number,
): JsonObject => {
  const { key, name, given, current } = placed;
  const path = `states[${key}].assignee`;
  const assignee: JsonObject = given.assignee
    ? {
        type: given.assignee.type,
        entities: settleMembers(
          context,
          settings,
          given.assignee.entities,
          path,
        ),
      }
    : ((current?.assignee as JsonObject | undefined) ??
      defaultAssignee(settings));
  if (index === 0 && !isAllowedFirst(settings, assignee))
    throw invalid(path, firstStateRule);
  return { name, index: String(index), assignee };
};

/** Names of the states that process management begins with. */
const FIRST_STATES = {
  ja: ["未処理", "処理中", "完了"],
  en: ["Not started", "In progress", "Completed"],
};
const FIRST_ACTIONS = {
  ja: ["処理開始", "完了する"],
  en: ["Start", "Complete"],
};

/**
 * Initial process management when it is switched on for the first time (details
 * unverified).
 */
const initialProcess = (
  settings: AppSettings,
  language: "ja" | "en",
): { states: Record<string, JsonObject>; actions: JsonObject[] } => {
  const assignees = [
    defaultAssignee(settings),
    defaultAssignee(settings),
    { type: "ONE", entities: [] },
  ];
  const names = FIRST_STATES[language];
  const states = names.map((name, i): [string, JsonObject] => [
    name,
    { name, index: String(i), assignee: assignees[i] ?? {} },
  ]);
  const actions = FIRST_ACTIONS[language].map((name, i) => ({
    name,
    from: names[i] ?? "",
    to: names[i + 1] ?? "",
    filterCond: "",
    type: "PRIMARY",
  }));
  return { states: Object.fromEntries(states), actions };
};

/**
 * Refuses another first state than the present one, which can be renamed only.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-process-management-settings/
 */
const requirePresentFirst = (
  states: Record<string, JsonObject>,
  placed: ReadonlyArray<Placed<GivenState>>,
) => {
  const [first] = placed;
  const present = Object.keys(states)[0];
  if (first && first.key !== present)
    throw invalid(`states[${first.key}]`, newFirstState);
};

/**
 * Keeps the statuses that records are in; a status is identified by its live name.
 *
 * @see https://help.cybozu.com/ja/k/user/change_processsettings.html (code and text are ours)
 */
const requireKeptStates = (
  { site }: ApiContext,
  app: App,
  before: Origins,
  after: Origins,
) => {
  const kept = Object.values(after.states);
  const gone = Object.entries(before.states).filter(
    ([, live]) => !kept.includes(live),
  );
  if (gone.length === 0) return;
  const [first = null] = Object.keys(app.live?.settings.process.states ?? {});
  const used = new Set(
    [...site.store.records(app.id).values()].map((it) => it.status ?? first),
  );
  for (const [name, live] of gone)
    if (used.has(live)) throw invalid(`states[${name}]`, stateInUse);
};

const namesIn = (condition: Condition | null): string[] => {
  if (condition === null) return [];
  if (condition.kind === "comparison") return [condition.field];
  return condition.children.flatMap(namesIn);
};

const toAction = (
  context: ApiContext,
  settings: AppSettings,
  given: GivenAction,
  i: number,
): JsonObject => {
  const path = `actions[${i}]`;
  const usesStatus = namesIn(parseCondition(given.filterCond)).some(
    (code) => own(settings.fields, code)?.type === "STATUS",
  );
  if (usesStatus) throw invalid(`${path}.filterCond`, noStatusInFilter);
  checkFilter(context, settings, given.filterCond);
  const { executableUser, type, name, from, to, filterCond } = given;
  if (type === "SECONDARY" && !executableUser)
    throw invalid(`${path}.executableUser`, messages.required);
  const action: JsonObject = { name, from, to, filterCond, type };
  if (type === "PRIMARY" || !executableUser) return action;
  const entities = settleMembers(
    context,
    settings,
    executableUser.entities,
    `${path}.executableUser`,
  );
  return { ...action, executableUser: { entities } };
};

const requireStates = (
  actions: readonly JsonObject[],
  states: Record<string, JsonObject>,
) => {
  actions.forEach((action, i) => {
    for (const end of ["from", "to"])
      if (!Object.hasOwn(states, String(action[end])))
        throw invalid(`actions[${i}].${end}`, unknownState);
  });
};

const followStates = (
  action: JsonObject,
  names: ReadonlyMap<string, string>,
): JsonObject => ({
  ...action,
  from: names.get(String(action.from)) ?? String(action.from),
  to: names.get(String(action.to)) ?? String(action.to),
});

/** Status fields show whether process management is on. */
const switchFields = (
  settings: AppSettings,
  enabled: boolean,
): AppSettings["fields"] =>
  Object.fromEntries(
    Object.entries(settings.fields).map(([code, field]) =>
      field.type === "STATUS" || field.type === "STATUS_ASSIGNEE"
        ? [code, { ...field, enabled }]
        : [code, field],
    ),
  );

export const getProcess = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context);
  const { enable, states, actions } = copy.settings.process;
  return { enable, states, actions, revision: String(copy.revision) };
};

/**
 * Process management of the preview app; states and actions replace their sets.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-process-management-settings/
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/docs/real-kintone-notes.md (probed April 2026)
 */
export const putProcess = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    enable: optional(boolean()),
    states: optional(dictionary(stateShape)),
    actions: optional(list(actionShape)),
    revision: revisionShape,
  });
  const params = parseShape(shape, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const { process } = settings;
  const enable = params.enable ?? process.enable;
  const fields = switchFields(settings, enable);
  const renames = new Map<string, string>();
  const initial = initialProcess(
    settings,
    context.site.options.defaultLanguage,
  );
  const isFirstTime = enable && process.states === null;
  let states = isFirstTime ? initial.states : process.states;
  if (params.states) {
    const present = process.states ?? initial.states;
    const placed = settleNamedSet(present, params.states, "states");
    if (placed.length === 0) throw invalid("states", messages.required);
    if (context.site.options.readings["first-status"] === "renamed-only")
      requirePresentFirst(present, placed);
    for (const { key, name } of placed) renames.set(key, name);
    states = Object.fromEntries(
      placed.map((it, i) => [it.name, toState(context, settings, it, i)]),
    );
  }
  const known =
    isFirstTime && !params.states ? initial.actions : process.actions;
  const kept = known?.map((action) => followStates(action, renames)) ?? null;
  const actions = params.actions
    ? params.actions.map((action, i) =>
        toAction(context, { ...settings, fields }, action, i),
      )
    : kept;
  requireStates(actions ?? [], states ?? {});
  const origins = params.states
    ? renameStates(originsOf(settings), renames)
    : originsOf(settings);
  requireKeptStates(context, app, originsOf(settings), origins);
  const changed: AppSettings = {
    ...settings,
    fields,
    process: { enable, states, actions },
    origins,
  };
  return savePreview(context, app, settleBuiltinView(context.site, changed));
};
