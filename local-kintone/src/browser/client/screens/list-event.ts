import { bootApp } from "../boot.ts";
import { toSavedRecord } from "../record/to-record.ts";
import type { FieldRecord } from "../record/types.ts";
import { recordsByDay } from "./calendar.ts";
import type { ListState } from "./list-state.ts";

/** A record as events of lists tell it. */
export const toEventRecord = (record: FieldRecord): FieldRecord =>
  toSavedRecord(record, bootApp().fields);

const calendarMembers = (list: ListState): Record<string, unknown> => {
  const days = Object.entries(recordsByDay(list)).map(
    ([day, found]) => [day, found.map(toEventRecord)] as const,
  );
  return {
    viewType: "calendar",
    records: Object.fromEntries(days),
    date: list.month,
    offset: null,
    size: null,
  };
};

const members = (list: ListState): Record<string, unknown> => {
  const { view } = list;
  if (view.type === "CALENDAR") return calendarMembers(list);
  const viewType = view.type === "LIST" ? "list" : "custom";
  if (viewType === "custom" && view.pager === false)
    return { viewType, records: [], date: null, offset: 0, size: 0 };
  const records = list.records.map(toEventRecord);
  const { offset } = list;
  return { viewType, records, date: null, offset, size: records.length };
};

/**
 * The event of a displayed list, without its type.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/idx/index-show-event/
 */
export const indexShowEvent = (list: ListState): Record<string, unknown> => ({
  appId: bootApp().id,
  viewId: Number(list.view.id),
  viewName: list.view.name,
  ...members(list),
});
