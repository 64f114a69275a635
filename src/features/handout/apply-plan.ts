import type { AppRecord } from "../../apps/records.ts";
import type { HandoutPlan } from "../../domain/plan-handout.ts";
import { AppError } from "../../errors/app-error.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import { inBatches } from "../../kintone/batches.ts";
import type { Gateway, RecordChange } from "../../kintone/gateway.ts";
import { where } from "../../kintone/query.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/bulk-request/bulk-request/ */
const CHANGES_PER_REQUEST = 20;

const toChanges = (edition: string, plan: HandoutPlan): RecordChange[] => [
  ...inBatches(plan.add).map((part): RecordChange => ({
    kind: "add",
    app: "answers",
    records: part.map(({ society, values }) => ({
      ...values,
      edition,
      society: society.name,
      answer: "未開封",
      // The defaults would name today and the person who presses.
      answeredOn: null,
      answeredBy: [],
    })),
  })),
  ...inBatches(plan.update).map((part): RecordChange => ({
    kind: "update",
    app: "answers",
    records: part.map(({ id, values }) => ({ id, record: values })),
  })),
];

/** A draft that becomes the edition's own text with the first press. */
export type NoticeToSave = {
  readonly editionId: string;
  readonly revision: string;
  readonly text: string;
};

const toNoticeChange = ({
  editionId,
  revision,
  text,
}: NoticeToSave): RecordChange => ({
  kind: "update",
  app: "editions",
  records: [{ id: editionId, record: { noticeText: text }, revision }],
});

type HandoutGateway = Pick<Gateway, "applyTogether" | "listRecords">;

/** Tells a refusal of the unique field from any other refused value. */
const isSentMeanwhile = async (
  gateway: HandoutGateway,
  edition: string,
  { add }: HandoutPlan,
): Promise<boolean> => {
  const present = await gateway.listRecords("answers", {
    fields: ["answerKey"],
    condition: where("edition", "=", edition),
  });
  const keys = new Set(present.map(({ answerKey }) => answerKey));
  return add.some(({ values }) => keys.has(values.answerKey));
};

/**
 * Writes the plan, up to 2,000 records in one transaction. The unique field
 * refuses the whole of it when somebody else was quicker; read a new plan then.
 *
 * @throws AppError `handout/sent-meanwhile` in that case
 */
export const applyHandout = async (
  gateway: HandoutGateway,
  edition: string,
  plan: HandoutPlan,
  notice: NoticeToSave | null = null,
): Promise<void> => {
  const changes = [
    ...(notice === null ? [] : [toNoticeChange(notice)]),
    ...toChanges(edition, plan),
  ];
  for (const part of inBatches(changes, CHANGES_PER_REQUEST)) {
    try {
      await gateway.applyTogether(part);
    } catch (error) {
      const isTaken =
        hasErrorCode(error, "kintone/refused-input") &&
        (await isSentMeanwhile(gateway, edition, plan));
      throw isTaken
        ? new AppError("handout/sent-meanwhile", {}, { cause: error })
        : error;
    }
  }
};

/**
 * The press on the edition's page. The plan is of the edition as it was shown; one that was moved
 * or closed meanwhile is not handed out with its old dates.
 *
 * @throws AppError `handout/edition-changed` in that case, before any notice
 */
export const handOut = async (
  gateway: HandoutGateway & Pick<Gateway, "fetchRecord">,
  shown: AppRecord<"editions">,
  plan: HandoutPlan,
  draft: string | null,
): Promise<void> => {
  const { id, name, revision } = shown;
  const now = await gateway.fetchRecord("editions", id);
  if (now.revision !== revision) throw new AppError("handout/edition-changed");
  await applyHandout(
    gateway,
    name,
    plan,
    draft === null ? null : { editionId: id, revision, text: draft },
  );
};
