import { toEntityRow } from "../rights/rows.ts";
import {
  compileStoredCondition,
  storedConditionContext,
} from "../rights/stored-condition.ts";
import { resolveUsers } from "../rights/people.ts";
import type { Scope } from "../rights/scope.ts";
import type { Json, JsonObject, StoredRecord } from "../../model/model.ts";
import { deliver } from "./deliver.ts";

const text = (value: Json | undefined) =>
  typeof value === "string" ? value : "";

/** `targets` of a record or reminder notification. */
export const targetRows = (notification: JsonObject) =>
  (Array.isArray(notification.targets) ? notification.targets : []).flatMap(
    (it) =>
      typeof it === "object" && it !== null && !Array.isArray(it)
        ? [toEntityRow(it)]
        : [],
  );

/**
 * Record notifications: sent when a record comes to satisfy a condition that it did
 * not satisfy before.
 *
 * @see https://jp.cybozu.help/k/ja/trouble_shooting/notification_qa/not_receive.html
 */
export const notifyConditions = (
  scope: Scope,
  before: StoredRecord | null,
  record: StoredRecord,
): void => {
  const { site, app, settings, caller } = scope;
  const context = storedConditionContext(site, app, caller.user);
  for (const notification of settings.perRecordNotifications) {
    const matches = compileStoredCondition(
      settings,
      text(notification.filterCond),
      context,
    );
    const isNew = matches?.(record) && !(before && matches(before));
    if (!isNew) continue;
    const users = resolveUsers(
      site,
      settings,
      record,
      targetRows(notification),
    );
    const title = text(notification.title);
    deliver(scope, record, users, {
      kind: "perRecord",
      text: title,
      ...(title !== "" && { title }),
    });
  }
};
