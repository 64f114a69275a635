import { apiPath, bootApp } from "../boot.ts";
import { fire } from "../events/dispatch.ts";
import type { Outcome } from "../events/dispatch.ts";
import { abilitiesOf } from "../events/matrix.ts";
import { applyRecord } from "../record/apply-record.ts";
import { checkRecord, toFieldRecord } from "../record/check-record.ts";
import { blankValue } from "../record/defaults.ts";
import { RecordForm } from "../record/form.ts";
import { takeSnapshot, toPayload } from "../record/payload.ts";
import type { Payload } from "../record/payload.ts";
import { toSavedRecord } from "../record/to-record.ts";
import { PageRestError, rest } from "../rest.ts";
import { showCustomizeError } from "../customize-error.ts";
import { showNotification } from "../notification.ts";
import { t } from "../words.ts";
import type { StatusAction } from "./process.ts";
import { revisionOf } from "./record-data.ts";
import type { Loaded } from "./record-data.ts";
import { eventPrefix } from "./save.ts";

const TYPE = "detail.process.proceed";

/**
 * Changes that the returned event writes into the record; null when it stops
 * the action.
 */
const collectChanges = (loaded: Loaded, outcome: Outcome): Payload | null => {
  const type = eventPrefix(TYPE);
  if (outcome.kind === "false" || outcome.kind === "failed") return null;
  if (outcome.kind === "other") {
    showCustomizeError([t("badReturn")]);
    return null;
  }
  if (outcome.kind !== "event") return {};
  const form = new RecordForm(bootApp().fields, loaded.rights, blankValue);
  form.load(loaded.record);
  const problems = checkRecord(form, outcome.event.record);
  if (problems.length > 0) {
    showCustomizeError(problems);
    return null;
  }
  const before = takeSnapshot(form);
  const record = toFieldRecord(outcome.event.record);
  const { error } = outcome.event;
  const abilities = abilitiesOf(type);
  if (applyRecord(form, { record, error }, abilities).hasErrors) {
    showNotification("ERROR", form.message ?? t("invalid"));
    return null;
  }
  return loaded.recordRights.editable ? toPayload(form, before) : {};
};

const send = async (
  loaded: Loaded,
  action: StatusAction,
  assignee: string | null,
  record: Payload,
): Promise<void> => {
  const app = bootApp().id;
  const { id } = loaded;
  const status = {
    method: "PUT",
    api: apiPath("/k/v1/record/status.json"),
    payload: {
      app,
      id,
      action: action.name,
      ...(assignee === null ? {} : { assignee }),
    },
  };
  const write = {
    method: "PUT",
    api: apiPath("/k/v1/record.json"),
    payload: { app, id, revision: revisionOf(loaded.record), record },
  };
  const writes = Object.keys(record).length > 0 ? [write] : [];
  // One transaction: either the values and the status, or nothing.
  await rest("POST", "/k/v1/bulkRequest", { requests: [...writes, status] });
};

const messageOf = (error: PageRestError): string => {
  const details = Object.values(error.body.errors ?? {}).flatMap(
    ({ messages }) => messages,
  );
  return [error.body.message, ...details].join("\n");
};

/**
 * Runs an action of the process after its handlers agreed. True when the status moved
 * (or the vote was counted).
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/detail/detail-process-proceed-event/
 */
export const proceed = async (
  loaded: Loaded,
  status: string,
  action: StatusAction,
  assignee: string | null,
): Promise<boolean> => {
  const outcome = await fire({
    type: eventPrefix(TYPE),
    record: toSavedRecord(loaded.record, bootApp().fields),
    action: { value: action.name },
    status: { value: status },
    nextStatus: { value: action.nextStatus.name },
  });
  const changes = collectChanges(loaded, outcome);
  if (!changes) return false;
  try {
    await send(loaded, action, assignee, changes);
    return true;
  } catch (error) {
    if (!(error instanceof PageRestError)) throw error;
    showNotification("ERROR", messageOf(error));
    return false;
  }
};
