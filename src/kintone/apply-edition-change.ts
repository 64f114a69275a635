import type { AppRecord } from "../apps/records.ts";
import type { ChangePlan, SocietyToNotify } from "../domain/plan-change.ts";
import { inBatches } from "./batches.ts";
import { hasErrorCode } from "../errors/user-error.ts";
import type { Gateway, RecordChange } from "./gateway.ts";
import { parseMentions } from "./parse-mentions.ts";
import { isIn } from "./query.ts";
import { postMentionOnce } from "./post-mention.ts";
import type { Mention, CommentGateway } from "./post-mention.ts";

export type LoadedChange = {
  /** As stored now, with its history. */
  readonly edition: AppRecord<"editions">;
  readonly plan: ChangePlan;
};

export type ChangePresser = {
  readonly user: string;
  /** Instant, ms since 1970. */
  readonly at: number;
};

export type ChangeTexts = {
  /** The change, for the edition's history. */
  readonly history: string;
  announce(society: SocietyToNotify): string;
};

export type ChangeProgress = (progress: {
  readonly done: number;
  readonly total: number;
}) => void;

type Row = AppRecord<"editions">["changes"][number];
type ChangeGateway = CommentGateway &
  Pick<Gateway, "applyTogether" | "updateRecord" | "listRecords">;

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

/** The announcements of this press, and those that an earlier one still owes. */
const mentionsOf = (
  { edition, plan }: LoadedChange,
  { announce }: ChangeTexts,
): Mention[] => {
  const owed = parseMentions(edition.changeOwed);
  const fresh = plan.toNotify.map((one): Mention => ({
    app: one.app,
    id: one.recordId,
    society: one.society.name,
    organizations: one.society.organization.map(({ code }) => code),
    text: announce(one),
  }));
  // A society that this change is still owed to gets no second notice of the rest.
  const isOwed = ({ app, id }: Mention): boolean =>
    owed.some((one) => one.app === app && one.id === id);
  return [...owed, ...fresh.filter((one) => !isOwed(one))];
};

const toIso = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

const beginRow = (
  { edition }: LoadedChange,
  changeText: string,
  { user, at }: ChangePresser,
): AppRecord<"editions">["changes"] => {
  // kintone gives a new table one blank row.
  const rows = edition.changes.filter(
    ({ changeState }) => changeState !== null,
  );
  return pendingRow(edition) === undefined
    ? [
        ...rows,
        {
          id: null,
          changedAt: toIso(at),
          changedBy: [{ code: user, name: "" }],
          changeState: "反映中",
          changeText,
        },
      ]
    : rows;
};

const endRows = (
  rows: AppRecord<"editions">["changes"],
): AppRecord<"editions">["changes"] =>
  rows.map((row) =>
    row.changeState === "反映中" ? { ...row, changeState: "反映済" } : row,
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

type Batch = Pick<ChangePlan, "stale" | "answers">;

/** One transaction per hundred nominations; the answers travel with them. */
const toBatches = (plan: ChangePlan): Batch[] => {
  const nominations = inBatches(plan.stale);
  const answers = inBatches(plan.answers);
  return Array.from(
    { length: Math.max(nominations.length, answers.length) },
    (_none, index) => ({
      stale: nominations[index] ?? [],
      answers: answers[index] ?? [],
    }),
  );
};

const applyBatch = async (
  gateway: ChangeGateway,
  edition: string,
  { stale, answers }: Batch,
): Promise<void> => {
  const changes = [
    ...(stale.length > 0 ? [toNominationChange(edition, stale)] : []),
    ...(answers.length > 0 ? [toAnswerChange(answers)] : []),
  ];
  if (changes.length > 0) await gateway.applyTogether(changes);
};

const listPresent = async (
  gateway: ChangeGateway,
  app: "nominations" | "answers",
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const records =
    ids.length === 0
      ? []
      : await gateway.listRecords(app, {
          fields: ["edition"],
          condition: isIn("$id", ids),
        });
  return new Set(records.map(({ id }) => id));
};

/** A record that somebody has deleted meanwhile refuses the whole transaction; the others are tried again. */
const applyPresent = async (
  gateway: ChangeGateway,
  edition: string,
  batch: Batch,
): Promise<void> => {
  try {
    await applyBatch(gateway, edition, batch);
  } catch (error) {
    if (!hasErrorCode(error, "kintone/record-missing")) throw error;
    const [nominations, answers] = await Promise.all([
      listPresent(
        gateway,
        "nominations",
        batch.stale.map(({ nomination }) => nomination.id),
      ),
      listPresent(
        gateway,
        "answers",
        batch.answers.map(({ id }) => id),
      ),
    ]);
    await applyBatch(gateway, edition, {
      stale: batch.stale.filter(({ nomination }) =>
        nominations.has(nomination.id),
      ),
      answers: batch.answers.filter(({ id }) => answers.has(id)),
    });
  }
};

/**
 * 「変更を反映」: notes what is to be done in the edition's history, brings every copy in line,
 * tells each affected society once, and closes the line of the history. Pressing again after a
 * failure goes on where it stopped.
 *
 * @returns names of societies whose record somebody has deleted; they got no notice
 * @throws AppError of the gateway; `kintone/changed-meanwhile` when somebody else presses, too
 */
export const applyEditionChange = async (
  gateway: ChangeGateway,
  loaded: LoadedChange,
  presser: ChangePresser,
  texts: ChangeTexts,
  onProgress: ChangeProgress = () => undefined,
  signal?: AbortSignal,
): Promise<string[]> => {
  const { edition, plan } = loaded;
  const gone: string[] = [];
  if (hasNothingToDo(loaded)) return gone;
  const mentions = mentionsOf(loaded, texts);
  const rows = beginRow(loaded, texts.history, presser);
  const isResumed = pendingRow(edition) !== undefined;
  const batches = toBatches(plan);
  const total = 2 + batches.length + mentions.length;
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress({ done, total });
    signal?.throwIfAborted();
  };
  await gateway.updateRecord(
    "editions",
    edition.id,
    { changes: rows, changeOwed: JSON.stringify(mentions) },
    edition.revision,
  );
  step();
  for (const batch of batches) {
    await applyPresent(gateway, edition.name, batch);
    step();
  }
  for (const mention of mentions) {
    // Only a press that was cut off can have notified somebody already.
    if (!(await postMentionOnce(gateway, mention, isResumed)))
      gone.push(mention.society ?? mention.organizations.join("・"));
    step();
  }
  // A row without a number is added anew and the unnumbered one before it goes.
  await gateway.updateRecord("editions", edition.id, {
    changes: endRows(rows),
    changeOwed: "",
  });
  onProgress({ done: total, total });
  return gone;
};
