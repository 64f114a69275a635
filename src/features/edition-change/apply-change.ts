import type { AppRecord } from "../../apps/records.ts";
import type { ChangePlan, SocietyToTell } from "../../domain/plan-change.ts";
import { formatInstant } from "../../i18n/format-day.ts";
import { inBatches } from "../../kintone/batches.ts";
import type { Gateway, RecordChange } from "../../kintone/gateway.ts";
import { announcement, changeSentence } from "../../words/change-words.ts";
import type { LoadedChange } from "./load-change.ts";
import { parseTells } from "./parse-tells.ts";
import type { Tell } from "./parse-tells.ts";

export type ChangePresser = {
  readonly user: string;
  /** Instant, ms since 1970. */
  readonly at: number;
  readonly timeZone: string;
};

export type ChangeProgress = (progress: {
  readonly done: number;
  readonly total: number;
}) => void;

type Row = AppRecord<"editions">["changes"][number];
type ChangeGateway = Pick<
  Gateway,
  "applyTogether" | "updateRecord" | "addComment" | "listComments"
>;

/** The press that was cut off; undefined when none was. */
export const pendingRow = ({
  changes,
}: AppRecord<"editions">): Row | undefined =>
  changes.find(({ changeState }) => changeState === "反映中");

/** Every copy is the edition's, and no press was cut off. */
export const hasNothingToDo = ({ edition, plan }: LoadedChange): boolean =>
  plan.stale.length === 0 &&
  plan.answers.length === 0 &&
  pendingRow(edition) === undefined;

const toTell =
  (edition: string, at: string) =>
  ({ app, recordId, society, ...what }: SocietyToTell): Tell => ({
    app,
    id: recordId,
    organizations: society.organization.map(({ code }) => code),
    text: announcement(edition, what, at),
  });

/** The announcements of this press, and those that an earlier one still owes. */
const tellsOf = (
  { edition, plan }: LoadedChange,
  { at, timeZone }: ChangePresser,
): Tell[] => {
  const owed = parseTells(pendingRow(edition)?.changeTell ?? "");
  const fresh = plan.tell.map(
    toTell(edition.name, formatInstant(at, timeZone, "ja")),
  );
  // A society that is owed the very change is not told of the rest of it again.
  const isOwed = ({ app, id }: Tell): boolean =>
    owed.some((one) => one.app === app && one.id === id);
  return [...owed, ...fresh.filter((one) => !isOwed(one))];
};

const toIso = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

const beginRow = (
  { edition, plan }: LoadedChange,
  tells: readonly Tell[],
  { user, at }: ChangePresser,
): AppRecord<"editions">["changes"] => {
  const changeTell = JSON.stringify(tells);
  const pending = pendingRow(edition);
  const text = plan.changes
    .map((change) => changeSentence(change, "ja"))
    .join("\n");
  // kintone gives a new table one blank row.
  const rows = edition.changes.filter(
    ({ changeState }) => changeState !== null,
  );
  return pending === undefined
    ? [
        ...rows,
        {
          id: null,
          changedAt: toIso(at),
          changedBy: [{ code: user, name: "" }],
          changeState: "反映中",
          changeText: text,
          changeTell,
        },
      ]
    : rows.map((row) => (row === pending ? { ...row, changeTell } : row));
};

const endRows = (
  rows: AppRecord<"editions">["changes"],
): AppRecord<"editions">["changes"] =>
  rows.map((row) =>
    row.changeState === "反映中"
      ? { ...row, changeState: "反映済", changeTell: "" }
      : row,
  );

const toNominationChange = (
  edition: string,
  part: ChangePlan["stale"],
): RecordChange => ({
  kind: "update",
  app: "nominations",
  records: part.map(({ nomination, checklist }) => ({
    id: nomination.id,
    revision: nomination.revision,
    // Naming the edition again makes kintone copy its values again.
    record: { edition, ...(checklist !== null && { checklist }) },
  })),
});

const toAnswerChange = (part: ChangePlan["answers"]): RecordChange => ({
  kind: "update",
  app: "answers",
  records: part.map(({ id, values }) => ({ id, record: values })),
});

/** One transaction per hundred nominations; the answers travel with them. */
const toBatches = (edition: string, plan: ChangePlan): RecordChange[][] => {
  const nominations = inBatches(plan.stale);
  const answers = inBatches(plan.answers);
  return Array.from(
    { length: Math.max(nominations.length, answers.length) },
    (_none, index) => {
      const [stale, old] = [nominations[index], answers[index]];
      return [
        ...(stale === undefined ? [] : [toNominationChange(edition, stale)]),
        ...(old === undefined ? [] : [toAnswerChange(old)]),
      ];
    },
  );
};

const tellAll = async (
  gateway: ChangeGateway,
  tells: readonly Tell[],
  isResumed: boolean,
  step: () => void,
): Promise<void> => {
  for (const { app, id, organizations, text } of tells) {
    // Only a press that was cut off can have told somebody already.
    const isTold =
      isResumed &&
      (await gateway.listComments(app, id)).some((one) =>
        one.text.trim().endsWith(text),
      );
    if (!isTold)
      await gateway.addComment(app, id, {
        text,
        mentions: organizations.map((code) => ({ code, type: "ORGANIZATION" })),
      });
    step();
  }
};

/**
 * 「変更を反映」: notes what is to be done in the edition's history, brings every copy in line,
 * tells each affected society once, and closes the line of the history. Pressing again after a
 * failure goes on where it stopped.
 *
 * @throws AppError of the gateway; `kintone/changed-meanwhile` when somebody else presses, too
 */
export const applyChange = async (
  gateway: ChangeGateway,
  loaded: LoadedChange,
  presser: ChangePresser,
  onProgress: ChangeProgress = () => undefined,
  signal?: AbortSignal,
): Promise<void> => {
  const { edition, plan } = loaded;
  if (hasNothingToDo(loaded)) return;
  const tells = tellsOf(loaded, presser);
  const rows = beginRow(loaded, tells, presser);
  const isResumed = pendingRow(edition) !== undefined;
  const batches = toBatches(edition.name, plan);
  const total = 2 + batches.length + tells.length;
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress({ done, total });
    signal?.throwIfAborted();
  };
  await gateway.updateRecord(
    "editions",
    edition.id,
    { changes: rows },
    edition.revision,
  );
  step();
  for (const batch of batches) {
    await gateway.applyTogether(batch);
    step();
  }
  await tellAll(gateway, tells, isResumed, step);
  // A row without a number is added anew and the unnumbered one before it goes.
  await gateway.updateRecord("editions", edition.id, {
    changes: endRows(rows),
  });
  onProgress({ done: total, total });
};
