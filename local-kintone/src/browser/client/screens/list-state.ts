import type { BootView } from "../../boot/boot.ts";
import type { FieldProperty } from "../../../model/model.ts";
import { bootApp } from "../boot.ts";
import { shapeTypes, systemTypes } from "../record/kinds.ts";
import type { FieldRecord, FieldRights } from "../record/types.ts";
import { rest } from "../rest.ts";
import { fromLocalInput, today } from "../times.ts";
import { t } from "../words.ts";
import type { ListStyles } from "../ui/list-style.ts";

/** The list of everything, which REST does not know of. */
const ALL_VIEW_ID = "20";
/** @see js-api digest: a page of a list shows 20 records unless the user wants up to 100 */
export const PAGE_SIZES = [20, 40, 60, 80, 100];
const CALENDAR_LIMIT = 500;

type RecordRight = { viewable: boolean; editable: boolean; deletable: boolean };
type RowRights = { record: RecordRight; fields: FieldRights };

export type ListState = {
  view: BootView;
  columns: FieldProperty[];
  /** Condition the user set in place of the view's; null for the view's. */
  filter: string | null;
  sort: string | null;
  offset: number;
  size: number;
  /** `YYYY-MM` of a calendar. */
  month: string;
  records: FieldRecord[];
  total: number;
  rights: Map<string, RowRights>;
  styles: ListStyles;
};

/** Columns of "everything": all fields with a value, tables included. */
const allColumns = (): string[] => {
  const { fields, process } = bootApp();
  return Object.values(fields)
    .filter(({ type, enabled }) => {
      if (shapeTypes.has(type)) return false;
      const isProcess = type === "STATUS" || type === "STATUS_ASSIGNEE";
      if (isProcess) return process.enable;
      return type !== "CATEGORY" || enabled === true;
    })
    .sort(
      (a, b) =>
        Number(systemTypes.has(b.type)) - Number(systemTypes.has(a.type)),
    )
    .map(({ code }) => code);
};

export const allView = (): BootView => ({
  id: ALL_VIEW_ID,
  name: t("allRecords"),
  type: "LIST",
  builtinType: "ALL",
  fields: allColumns(),
  filterCond: "",
  sort: "",
  index: "-1",
});

/** Views the user can choose from; "everything" for administrators and where there is no other. */
export const availableViews = (): BootView[] => {
  const { views, rights } = bootApp();
  return views.length === 0 || rights.editApp ? [...views, allView()] : views;
};

/** The view an address names, or the first. */
const chooseView = (id: string | null): BootView => {
  const views = availableViews();
  const named =
    id === ALL_VIEW_ID ? allView() : views.find((view) => view.id === id);
  return named ?? views[0] ?? allView();
};

/** STATUS and STATUS_ASSIGNEE are keyed by their names, everything else by its code. */
const columnOf = (code: string): FieldProperty | null => {
  const { fields } = bootApp();
  return fields[code] ?? null;
};

const columnsOf = (view: BootView): FieldProperty[] => {
  const codes = Array.isArray(view.fields) ? view.fields.map(String) : [];
  return codes.flatMap((code) => columnOf(code) ?? []);
};

export const createListState = (search: URLSearchParams): ListState => {
  const view = chooseView(search.get("view"));
  const size = Number(search.get("size") ?? "");
  return {
    view,
    columns: columnsOf(view),
    filter: search.get("query"),
    sort: null,
    offset: 0,
    size: PAGE_SIZES.includes(size) ? size : 20,
    month: today().slice(0, 7),
    records: [],
    total: 0,
    rights: new Map(),
    styles: { header: new Map(), body: new Map() },
  };
};

export const conditionOf = (list: ListState): string =>
  list.filter ?? String(list.view.filterCond ?? "");

const sortOf = (list: ListState): string => {
  const sort = list.sort ?? String(list.view.sort ?? "");
  return sort === "" ? "" : `order by ${sort}`;
};

/** As `kintone.app.getQuery` answers. */
export const queryOf = (list: ListState): string =>
  [conditionOf(list), sortOf(list), `limit ${list.size} offset ${list.offset}`]
    .filter((part) => part !== "")
    .join(" ");

/** First day of the month after. */
const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
};

/** One month of a calendar, by the days of the user. */
const calendarQuery = (list: ListState): string => {
  const code = String(list.view.date ?? "");
  const isDay = bootApp().fields[code]?.type === "DATE";
  const from = (day: string) => (isDay ? day : fromLocalInput(`${day}T00:00`));
  const first = from(`${list.month}-01`);
  const days = `${code} >= "${first}" and ${code} < "${from(nextMonth(list.month))}"`;
  const condition = conditionOf(list);
  const both = condition === "" ? days : `(${condition}) and ${days}`;
  return `${both} order by ${code} asc limit ${CALENDAR_LIMIT}`;
};

const needsRecords = ({ view }: ListState): boolean =>
  view.type !== "CUSTOM" || view.pager !== false;

type Evaluated = { rights: Array<RowRights & { id: string }> };

const loadRights = async (list: ListState): Promise<void> => {
  const ids = list.records.map((record) => String(record.$id?.value));
  list.rights = new Map();
  if (ids.length === 0 || list.view.type !== "LIST") return;
  const { rights } = await rest<Evaluated>(
    "GET",
    "/k/v1/records/acl/evaluate",
    {
      app: bootApp().id,
      ids,
    },
  );
  for (const { id, ...right } of rights) list.rights.set(id, right);
};

/** Fetches what the list shows now. */
export const loadList = async (list: ListState): Promise<void> => {
  if (!needsRecords(list)) return;
  const query =
    list.view.type === "CALENDAR" ? calendarQuery(list) : queryOf(list);
  const answer = await rest<{ records: FieldRecord[]; totalCount: string }>(
    "GET",
    "/k/v1/records",
    { app: bootApp().id, query, totalCount: true },
  );
  Object.assign(list, {
    records: answer.records,
    total: Number(answer.totalCount),
  });
  await loadRights(list);
};
