import type { Programme } from "../../programmes/index.ts";
import { asksFor, fieldsIf } from "../parts/programme-parts.ts";
import {
  date,
  dropDown,
  radio,
  text,
  users,
} from "../../app-kit/define-fields.ts";

const consents = ["未確認", "同意あり", "同意なし", "撤回"] as const;

const securityFields = {
  securityActionStars: dropDown(
    "SECURITY ACTION",
    ["未宣言", "申請中", "一つ星", "二つ星"],
    { defaultValue: "未宣言" },
  ),
  securityActionId: text("SECURITY ACTION 自己宣言ID"),
  securityActionDate: date("SECURITY ACTION 宣言日"),
};

/** The conditions of the registration. */
export const createReadinessFields = (
  programme: Pick<Programme, "prerequisites" | "milestones">,
) => ({
  nameCheck: radio("名称の確認", ["未確認", "確認済"], { required: true }),
  nameCheckedBy: users("名称を確認した人"),
  nameCheckedOn: date("名称を確認した日"),
  nameCheckSource: text("確認した資料"),
  /** The values that the federation confirmed; kept when 確認済 is chosen. */
  confirmedName: text("確認した名称"),
  confirmedNumber: text("確認した法人番号"),
  confirmedKind: text("確認した区分"),
  confirmedEdition: text("確認した募集回"),
  confirmedNomination: text("確認した推薦の区分"),
  confirmedDates: text("確認したときの実施日"),
  consentNominate: dropDown("推薦への同意", consents, {
    defaultValue: "未確認",
  }),
  consentShare: dropDown("県連・全国連・事務局への情報提供の同意", consents, {
    defaultValue: "未確認",
  }),
  consentPublish: dropDown("公表への同意", consents, {
    defaultValue: "未確認",
  }),
  consentDate: date("同意を得た日"),
  consentPerson: text("同意した人"),
  consentStaff: text("同意を得た職員"),
  consentMethod: dropDown("同意の方法", ["書面", "口頭", "メール"]),
  ...fieldsIf(asksFor(programme, "securityAction"), securityFields),
});
