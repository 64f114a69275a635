import { boot, bootApp } from "../boot.ts";
import { fire } from "../events/dispatch.ts";
import type { Outcome } from "../events/dispatch.ts";
import { toPayload, unconfirmedLookups } from "../record/payload.ts";
import type { Snapshot } from "../record/payload.ts";
import type { FormRunner } from "../record/runner.ts";
import { showServerErrors } from "../record/server-errors.ts";
import { toEditingRecord, toSavedRecord } from "../record/to-record.ts";
import type { FieldRecord } from "../record/types.ts";
import { PageRestError, rest } from "../rest.ts";
import { t } from "../words.ts";

export type SaveOptions = {
  runner: FormRunner;
  /** `app.record.create`, `mobile.app.record.edit` … */
  prefix: string;
  /** null for a new record. */
  recordId: number | null;
  revision: number;
  before: Snapshot | null;
};
export type Saved = {
  id: number;
  record: FieldRecord;
  /** undefined: the usual page; null: stay. */
  url: string | null | undefined;
};

/** Runs the submit handlers; true when the record may be saved. */
export const runSubmitHandlers = (
  runner: FormRunner,
  outcome: Outcome,
  type: string,
): boolean => {
  if (outcome.kind === "false" || outcome.kind === "failed") return false;
  return runner.apply(outcome, type) === "applied";
};

const write = async ({
  runner,
  recordId,
  revision,
  before,
}: SaveOptions): Promise<number> => {
  const app = bootApp().id;
  const record = toPayload(runner.form, before);
  if (recordId === null) {
    const body = { app, record };
    const { id } = await rest<{ id: string }>("POST", "/k/v1/record", body);
    return Number(id);
  }
  await rest("PUT", "/k/v1/record", { app, id: recordId, revision, record });
  return recordId;
};

const refuseUnconfirmed = ({ form }: FormRunner): boolean => {
  const open = unconfirmedLookups(form);
  for (const cell of open) cell.error = t("lookupUnconfirmed");
  if (open.length > 0) form.message = t("invalid");
  return open.length > 0;
};

const writeOrShow = async (options: SaveOptions): Promise<number | null> => {
  try {
    return await write(options);
  } catch (error) {
    if (!(error instanceof PageRestError)) throw error;
    showServerErrors(options.runner.form, error.body);
    return null;
  }
};

const idsOf = (recordId: number | null) => ({
  appId: bootApp().id,
  ...(recordId === null ? {} : { recordId }),
});

const urlOf = (outcome: Outcome): string | null | undefined => {
  if (outcome.kind !== "event" || !("url" in outcome.event)) return undefined;
  const { url } = outcome.event;
  return url === null || url === undefined
    ? (url as null | undefined)
    : String(url);
};

const runSuccessHandlers = async (
  prefix: string,
  id: number,
): Promise<Saved> => {
  const app = bootApp();
  const answer = await rest<{ record: FieldRecord }>("GET", "/k/v1/record", {
    app: app.id,
    id,
  });
  const record = toSavedRecord(answer.record, app.fields);
  const outcome = await fire({
    type: `${prefix}.submit.success`,
    appId: app.id,
    // A string here and a number before saving, as documented.
    recordId: String(id),
    record,
  });
  return { id, record: answer.record, url: urlOf(outcome) };
};

/**
 * Saves a form: submit handlers, the server's checks, success handlers. Null when
 * something was in the way; the form shows what.
 */
export const save = async (options: SaveOptions): Promise<Saved | null> => {
  const { runner, prefix, recordId } = options;
  runner.form.clearErrors();
  const type = `${prefix}.submit`;
  const record = toEditingRecord(runner.form);
  const outcome = await fire({ type, ...idsOf(recordId), record });
  if (!runSubmitHandlers(runner, outcome, type)) return null;
  if (refuseUnconfirmed(runner)) return null;
  const id = await writeOrShow(options);
  return id === null ? null : runSuccessHandlers(prefix, id);
};

/** Prefix of events on this kind of page. */
export const eventPrefix = (name: string): string =>
  `${boot.mobile ? "mobile." : ""}app.record.${name}`;
