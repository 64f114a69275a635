import { DATE_CODES } from "../../apps/records.ts";
import type { AppRecordPart } from "../../apps/records.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { where } from "../../kintone/query.ts";

const noticeFields = [
  "name",
  ...DATE_CODES,
  "threshold",
  "closedDays",
  "noticeText",
  "noticeFiles",
  "selfFormUrl",
  "otherFormUrl",
  "securityActionUrl",
  "publicRegisterUrl",
  "federationName",
  "federationSection",
  "federationContactName",
  "federationPhone",
  "federationEmail",
] as const;

export type NoticeEdition = AppRecordPart<
  "editions",
  (typeof noticeFields)[number]
>;

/** @returns null when the edition is not there any more */
export const loadNotice = async (
  gateway: Pick<Gateway, "listRecords">,
  edition: string,
): Promise<NoticeEdition | null> => {
  const [found] = await gateway.listRecords("editions", {
    fields: noticeFields,
    condition: where("name", "=", edition),
  });
  return found ?? null;
};
