import type {
  ActionDeclaration,
  AppDeclaration,
  LayoutItem,
  StateDeclaration,
  ViewDeclaration,
} from "./app-declaration.ts";
import { toFieldProperties, type FieldProperties } from "./field-properties.ts";
import { toLayoutRows, type LayoutRow } from "./layout-rows.ts";
import {
  toGeneralNotifications,
  toRecordNotifications,
  toReminders,
} from "./notification-settings.ts";
import { toAppAcl, toFieldAcl, toRecordAcl } from "./permission-settings.ts";
import { named, type JsonObject } from "./setting-parts.ts";

/** Everything that can be set about an app, as the settings APIs take it. */
export type AppSettings = {
  readonly fields: FieldProperties;
  readonly layout: readonly LayoutRow[];
  readonly general: JsonObject;
  readonly views: Readonly<Record<string, JsonObject>>;
  readonly process: JsonObject;
  readonly appAcl: readonly JsonObject[];
  readonly recordAcl: readonly JsonObject[];
  readonly fieldAcl: readonly JsonObject[];
  readonly generalNotifications: JsonObject;
  readonly recordNotifications: readonly JsonObject[];
  readonly reminders: JsonObject;
};

const groupFields = (layout: readonly LayoutItem[]): FieldProperties =>
  Object.fromEntries(
    layout.flatMap((item) =>
      "group" in item
        ? [
            [
              item.group,
              {
                type: "GROUP",
                code: item.group,
                label: item.label,
                openGroup: item.open,
              },
            ],
          ]
        : [],
    ),
  );

const toView = (view: ViewDeclaration, index: number): JsonObject => ({
  ...view,
  index: String(index),
  filterCond: view.filterCond ?? "",
  sort: view.sort ?? "",
  ...(view.type === "CUSTOM" && { pager: false, device: "ANY" }),
});

const toState = (
  { name, assignees }: StateDeclaration,
  index: number,
): JsonObject => ({
  name,
  index: String(index),
  assignee: {
    // ONE with an empty list lets everybody make the move.
    type: assignees.length === 0 ? "ONE" : "ANY",
    entities: assignees.map(named),
  },
});

const toAction = (action: ActionDeclaration): JsonObject => {
  const { executableBy, filterCond = "", ...rest } = action;
  if (executableBy === undefined)
    return { ...rest, filterCond, type: "PRIMARY" };
  return {
    ...rest,
    filterCond,
    type: "SECONDARY",
    executableUser: { entities: executableBy.map(named) },
  };
};

const toProcess = ({ process }: AppDeclaration): JsonObject => {
  if (process === undefined) return { enable: false };
  return {
    enable: true,
    states: Object.fromEntries(
      process.states.map((state, index) => [state.name, toState(state, index)]),
    ),
    actions: process.actions.map(toAction),
  };
};

const toGeneral = (app: AppDeclaration): JsonObject => ({
  name: app.name,
  description: app.description,
  icon: { type: "PRESET", key: app.icon },
  theme: app.theme,
  titleField: { selectionMode: "MANUAL", code: app.titleField },
  enableThumbnails: false,
  enableBulkDeletion: false,
  enableComments: true,
  enableDuplicateRecord: app.reusable === true,
  enableInlineRecordEditing: false,
  numberPrecision: {
    digits: "16",
    decimalPlaces: "4",
    roundingMode: "HALF_EVEN",
  },
  firstMonthOfFiscalYear: "4",
});

/**
 * A declaration as the settings APIs take it. References to other apps are
 * their keys; see `toFieldProperties`.
 */
export const toAppSettings = (app: AppDeclaration): AppSettings => ({
  fields: {
    ...toFieldProperties(app.model.fields),
    ...groupFields(app.layout),
  },
  layout: toLayoutRows(app.model.fields, app.layout),
  general: toGeneral(app),
  views: Object.fromEntries(
    app.views.map((view, index) => [view.name, toView(view, index)]),
  ),
  process: toProcess(app),
  appAcl: toAppAcl(app),
  recordAcl: toRecordAcl(app),
  fieldAcl: toFieldAcl(app),
  generalNotifications: toGeneralNotifications(app),
  recordNotifications: toRecordNotifications(app),
  reminders: toReminders(app),
});
