import type { HandoutPlan } from "../../domain/plan-handout.ts";
import type { Gateway, RecordChange } from "../../kintone/gateway.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-records/ */
const RECORDS_PER_CHANGE = 100;
/** @see https://cybozu.dev/ja/kintone/docs/rest-api/bulk-request/bulk-request/ */
const CHANGES_PER_REQUEST = 20;

const inChunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

const toChanges = (edition: string, plan: HandoutPlan): RecordChange[] => [
  ...inChunks(plan.add, RECORDS_PER_CHANGE).map((part): RecordChange => ({
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
  ...inChunks(plan.update, RECORDS_PER_CHANGE).map((part): RecordChange => ({
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

/**
 * Writes the plan, up to 2,000 records in one transaction. The unique field
 * refuses the whole of it when somebody else was quicker; read a new plan then.
 */
export const applyHandout = async (
  gateway: Pick<Gateway, "applyTogether">,
  edition: string,
  plan: HandoutPlan,
  notice: NoticeToSave | null = null,
): Promise<void> => {
  const changes = [
    ...(notice === null ? [] : [toNoticeChange(notice)]),
    ...toChanges(edition, plan),
  ];
  for (const part of inChunks(changes, CHANGES_PER_REQUEST)) {
    await gateway.applyTogether(part);
  }
};
