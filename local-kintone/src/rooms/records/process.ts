import { holds, matchEntity } from "../rights/entities.ts";
import type { EntityRow } from "../rights/entities.ts";
import { toEntityRow } from "../rights/rows.ts";
import {
  compileStoredCondition,
  storedConditionContext,
} from "../rights/stored-condition.ts";
import type {
  AppSettings,
  App,
  Json,
  JsonObject,
  StoredRecord,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { stateNames, statusOf } from "../../model/form.ts";
import { resolveUsers } from "../rights/people.ts";

type AssigneeType = "ONE" | "ALL" | "ANY";
export type ProcessState = {
  name: string;
  type: AssigneeType;
  rows: EntityRow[];
};
export type ProcessAction = {
  name: string;
  from: string;
  to: string;
  filterCond: string;
  type: "PRIMARY" | "SECONDARY";
  executable: EntityRow[];
};

const text = (value: Json | undefined): string =>
  typeof value === "string" ? value : "";

const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? value
    : {};

const rows = (value: Json | undefined): EntityRow[] =>
  Array.isArray(value) ? value.map((it) => toEntityRow(object(it))) : [];

const assigneeType = (value: Json | undefined): AssigneeType =>
  value === "ALL" || value === "ANY" ? value : "ONE";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/get-process-management-settings/ */
export const stateOf = (
  settings: AppSettings,
  name: string,
): ProcessState | null => {
  const states = Object.entries(settings.process.states ?? {});
  const found = states.find(([key, it]) => (text(it.name) || key) === name);
  if (!found) return null;
  const assignee = object(found[1].assignee);
  return {
    name,
    type: assigneeType(assignee.type),
    rows: rows(assignee.entities),
  };
};

const actionsOf = (settings: AppSettings): ProcessAction[] =>
  (settings.process.actions ?? []).map((it) => ({
    name: text(it.name),
    from: text(it.from),
    to: text(it.to),
    filterCond: text(it.filterCond),
    type: it.type === "SECONDARY" ? "SECONDARY" : "PRIMARY",
    executable: rows(object(it.executableUser).entities),
  }));

/** A new record is in the first state; who made it is its assignee where one is set there. */
export const firstState = (
  settings: AppSettings,
  creator: string,
): Pick<StoredRecord, "status" | "assignees"> => {
  if (!settings.process.enable) return { status: null, assignees: [] };
  const status = stateNames(settings)[0] ?? null;
  const state = status === null ? null : stateOf(settings, status);
  return { status, assignees: state?.rows.length ? [creator] : [] };
};

/** An action as a user may take it now. */
export type AvailableAction = {
  name: string;
  to: string;
  type: "PRIMARY" | "SECONDARY";
  /** Users of whom one must be named; empty when nobody is to be chosen. */
  candidates: string[];
};

const isConditionMet = (
  site: Site,
  app: App,
  settings: AppSettings,
  user: User,
  record: StoredRecord,
  action: ProcessAction,
): boolean =>
  compileStoredCondition(
    settings,
    action.filterCond,
    storedConditionContext(site, app, user),
  )?.(record) ?? false;

/** PRIMARY actions are the assignees' (anybody's while there are none), SECONDARY ones those of the users set. */
export const mayExecute = (
  site: Site,
  settings: AppSettings,
  user: User,
  record: StoredRecord,
  action: ProcessAction,
): boolean => {
  if (action.type === "SECONDARY")
    return action.executable.some((row) =>
      holds(matchEntity(site, user, settings, row), record),
    );
  return record.assignees.length === 0 || record.assignees.includes(user.code);
};

/** Candidates for the assignee when a record moves to a state. */
const candidatesOf = (
  site: Site,
  settings: AppSettings,
  record: StoredRecord,
  to: string,
): string[] => {
  const state = stateOf(settings, to);
  if (state?.type !== "ONE") return [];
  return resolveUsers(site, settings, record, state.rows);
};

/** Actions from the record's state whose condition holds; who may take them is another question. */
export const actionsFrom = (
  site: Site,
  app: App,
  settings: AppSettings,
  user: User,
  record: StoredRecord,
): ProcessAction[] => {
  const status = statusOf(settings, record);
  if (status === null) return [];
  return actionsOf(settings).filter(
    (action) =>
      action.from === status &&
      isConditionMet(site, app, settings, user, record, action),
  );
};

/** One measurement saw no buttons at all without an assignee; the help says everybody has them. */
const isOffered = (
  site: Site,
  record: StoredRecord,
  action: ProcessAction,
): boolean =>
  site.options.readings["unassigned-actions"] === "everybody" ||
  action.type === "SECONDARY" ||
  record.assignees.length > 0;

/** Actions that a page offers to a user for a record. */
export const availableActions = (
  site: Site,
  user: User,
  app: App,
  record: StoredRecord,
): AvailableAction[] => {
  if (!app.live) return [];
  const { settings } = app.live;
  return actionsFrom(site, app, settings, user, record)
    .filter(
      (action) =>
        mayExecute(site, settings, user, record, action) &&
        isOffered(site, record, action),
    )
    .map(({ name, to, type }) => ({
      name,
      to,
      type,
      candidates: candidatesOf(site, settings, record, to),
    }));
};
