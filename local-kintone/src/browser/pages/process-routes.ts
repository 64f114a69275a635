import { accessOfUser } from "../../rooms/rights/access.ts";
import { recordNotFound, noPrivilege } from "../../ground/errors.ts";
import { statusOf } from "../../model/form.ts";
import { resolveUsers } from "../../rooms/rights/people.ts";
import { availableActions, stateOf } from "../../rooms/records/process.ts";
import type { AvailableAction } from "../../rooms/records/process.ts";
import type { App, AppSettings, StoredRecord } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { namedApp } from "./route-context.ts";
import type { Route, RouteContext } from "./route-context.ts";
import { plainNumber } from "../../ground/plain.ts";

type Opened = { app: App; settings: AppSettings; record: StoredRecord };

/** A record that this user may see; who may not learns nothing. */
const openRecord = (context: RouteContext): Opened => {
  const { site, user, params } = context;
  const app = namedApp(context);
  if (!app.live) throw noPrivilege();
  const id = plainNumber(params.record);
  const record = site.store.records(app.id).get(id);
  if (!record) throw recordNotFound(id);
  if (!accessOfUser(site, app, user).recordRights(record).viewable)
    throw noPrivilege();
  return { app, settings: app.live.settings, record };
};

const people = (site: Site, codes: readonly string[]) =>
  codes.map((code) => ({
    code,
    name: site.store.users.get(code)?.name ?? code,
  }));

/** An action with the state it leads to, as `getStatusActions` shows it. */
const shownAction = (
  site: Site,
  { settings, record }: Opened,
  { name, to, candidates }: AvailableAction,
) => {
  const state = stateOf(settings, to);
  const assignees = state
    ? resolveUsers(site, settings, record, state.rows)
    : [];
  return {
    name,
    nextStatus: {
      name: to,
      type: state?.type ?? "ONE",
      assignees: people(site, assignees),
    },
    needsAssignee: candidates.length > 0,
  };
};

/** Status of a record and what the user may do about it. */
export const readProcess: Route = (context) => {
  const { site, user } = context;
  const opened = openRecord(context);
  const { app, settings, record } = opened;
  if (!settings.process.enable)
    return { enabled: false, status: "", assignees: [], actions: [] };
  return {
    enabled: true,
    status: statusOf(settings, record) ?? "",
    assignees: people(site, record.assignees),
    actions: availableActions(site, user, app, record).map((action) =>
      shownAction(site, opened, action),
    ),
  };
};

/** Newest first, as `getStatusHistory` answers. */
export const readStatusHistory: Route = (context) => {
  const { site, params } = context;
  const { record } = openRecord(context);
  const offset = plainNumber(params.offset ?? 0);
  const limit = plainNumber(params.limit ?? 100);
  const history = [...record.statusHistory]
    .reverse()
    .slice(offset, offset + limit)
    .map(({ changedAt, status, assignees }) => ({
      changedAt,
      assignees: people(site, assignees),
      status,
    }));
  return { history };
};
