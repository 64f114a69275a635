import { prepareShow } from "../events/dispatch.ts";
import { hideNotification } from "../notification.ts";
import { loadActions } from "./app-actions.ts";
import { openDetail } from "./detail-screen.ts";
import type { DetailData } from "./detail-screen.ts";
import { openEdit } from "./edit-screen.ts";
import { neighbours } from "./neighbours.ts";
import { loadProcess } from "./process.ts";
import { loadRecord } from "./record-data.ts";
import type { Loaded } from "./record-data.ts";
import { refuseOrThrow, showRefusal } from "./refused.ts";
import { eventPrefix } from "./save.ts";
import { t } from "../words.ts";

type Route = { id: number; isEdit: boolean };

const readRoute = (): Route | null => {
  const hash = new URLSearchParams(location.hash.replace(/^#/, ""));
  // Older links name the record in the query.
  const named = hash.has("record")
    ? hash
    : new URLSearchParams(location.search);
  const id = Number(named.get("record"));
  const isEdit = named.get("mode") === "edit";
  return Number.isSafeInteger(id) && id > 0 ? { id, isEdit } : null;
};

/** The last record shown; a jump from detail to edit by hash uses it as it is. */
const cache = new Map<number, Loaded>();
let turn = 0;

const toDetail = (id: number): void => {
  const next = `#record=${id}`;
  if (location.hash === next) route();
  else location.hash = next;
};

const loadDetail = async (id: number): Promise<DetailData> => {
  const [loaded, process, near, actions] = await Promise.all([
    loadRecord(id),
    loadProcess(id),
    neighbours(id),
    loadActions(id),
  ]);
  return { loaded, process, near, actions };
};

const showDetail = async (
  id: number,
  shown: ReturnType<typeof prepareShow>,
  isCurrent: () => boolean,
): Promise<void> => {
  const data = await loadDetail(id);
  if (!isCurrent()) return;
  cache.clear();
  cache.set(id, data.loaded);
  await openDetail(data, shown, () => toDetail(id));
};

const showEdit = async (
  id: number,
  shown: ReturnType<typeof prepareShow>,
  isCurrent: () => boolean,
): Promise<void> => {
  const loaded = cache.get(id) ?? (await loadRecord(id));
  if (!isCurrent()) return;
  if (!loaded.recordRights.editable) {
    showRefusal(t("refused"));
    return;
  }
  await openEdit(loaded, shown, {
    onSaved: () => toDetail(id),
    onCancel: () => toDetail(id),
  });
};

const show = async ({ id, isEdit }: Route): Promise<void> => {
  turn += 1;
  const mine = turn;
  // A later jump may overtake this one while it loads.
  const isCurrent = (): boolean => mine === turn;
  hideNotification();
  const shown = prepareShow(eventPrefix(isEdit ? "edit.show" : "detail.show"));
  if (isEdit) await showEdit(id, shown, isCurrent);
  else await showDetail(id, shown, isCurrent);
};

function route(): void {
  const wanted = readRoute();
  if (!wanted) {
    showRefusal(t("notFound"));
    return;
  }
  show(wanted)
    .catch(refuseOrThrow)
    .catch((error: unknown) => window.reportError(error));
}

/** Detail and edit of records: one document, distinguished by its hash. */
export const startShowPage = (): void => {
  window.addEventListener("hashchange", route);
  route();
};
