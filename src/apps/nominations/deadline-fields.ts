import {
  copied,
  date,
  dropDown,
  number,
  organizations,
  radio,
  text,
} from "../../app-kit/define-fields.ts";
import type { TypedProgramme } from "../../programmes/index.ts";
import { CHECKLIST_STATUSES } from "../parts/checklist-status.ts";
import { editionLookup, societyLookup } from "../parts/lookups.ts";
import { fieldsIf, hasScore } from "../parts/programme-parts.ts";
import { programmeField } from "../parts/programme-field.ts";
import { milestoneCopies, milestoneFields } from "../parts/milestone-fields.ts";

/**
 * A nomination of an earlier year that came from a list. kintone adds records in the first
 * state only, so the state says nothing about it. Blank for all others.
 */
export const PAST_RECORD = "過去の記録";

const scoreFields = {
  requiredScore: copied(number("基準点", { unit: "点" })),
  // A lookup copies between fields of one type only, so it is a choice here too.
  checklistKind: copied(
    radio("チェックシートの種類", CHECKLIST_STATUSES, { required: true }),
  ),
};

/** The edition and the society of the nomination, and the dates that follow. */
export const createDeadlineFields = <Id extends string, State extends string>(
  programme: TypedProgramme<Id, State>,
) => ({
  edition: editionLookup({
    ...milestoneCopies(programme),
    ...(hasScore(programme) && {
      requiredScore: "threshold",
      checklistKind: "checklistStatus",
    }),
  }),
  society: societyLookup({
    societyCode: "code",
    societyOrder: "sortOrder",
    organization: "organization",
  }),
  ...milestoneFields(programme.milestones, "Due", (label) =>
    copied(date(`${label} 期限`)),
  ),
  ...milestoneFields(programme.milestones, "Done", (label) =>
    date(`${label} 済`),
  ),
  programme: programmeField(programme),
  recordKind: dropDown("記録の区分", [PAST_RECORD]),
  ...fieldsIf(hasScore(programme), scoreFields),
  societyCode: copied(text("商工会コード")),
  societyOrder: copied(number("商工会 並び順")),
  organization: copied(organizations("組織")),
});
