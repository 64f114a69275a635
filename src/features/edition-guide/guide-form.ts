import { hasPersons } from "../../apps/parts/programme-parts.ts";
import type { AppRecord, AppRecordInput } from "../../apps/records.ts";
import type { EditionDates } from "../../domain/milestone-dates.ts";
import { parseAppRecord } from "../../apps/records.ts";
import { dateOf } from "../../domain/milestone-dates.ts";
import { toDatesToConfirm } from "../../domain/dates-to-confirm.ts";
import { fiscalYearOf } from "../../domain/fiscal-year.ts";
import type { ChecklistRow } from "../../domain/imports/read-checklist.ts";
import type { MilestoneId } from "../../domain/model.ts";
import {
  rollYear,
  sameDayIn,
  sameWeekdayIn,
} from "../../domain/next-edition.ts";
import { datedIds, milestoneIds } from "../../domain/open-points.ts";
import type { Programme } from "../../programmes/index.ts";

type Edition = AppRecord<"editions">;

/** The new edition as it is typed. */
export type GuideForm = {
  name: string;
  fiscalYear: number;
  dates: Record<MilestoneId, string>;
  /** Dates that were carried over and are not ticked yet. */
  toConfirm: MilestoneId[];
  threshold: string;
  /** Day up to which years of service count; "" for awards that ask for none. */
  serviceDay: string;
  federationName: string;
  recipientName: string;
  recipientEmail: string;
  checklist: readonly ChecklistRow[];
  isOfficial: boolean;
  /** A blank form that has come; null to take over the last one. */
  blankForm: File | null;
};

export const toRows = ({ checklist }: Edition): ChecklistRow[] =>
  checklist
    .filter(({ itemText }) => itemText !== "")
    .map(({ itemId, itemArea, itemText, itemPoints }) => ({
      itemId,
      itemArea: itemArea ?? "",
      itemText,
      itemPoints: itemPoints ?? 0,
    }));

/** Rows as the app takes them: the reader has checked the areas. */
export const toItemRows = (rows: readonly ChecklistRow[]) =>
  rows.map((row) => ({
    ...row,
    itemArea: row.itemArea || null,
  })) as NonNullable<AppRecordInput<"editions">["checklist"]>;

const datesOf = (programme: Programme, toDate: (id: MilestoneId) => string) =>
  // One entry per milestone id is what `milestoneIds` lists.
  Object.fromEntries(
    milestoneIds(programme).map((id) => [id, toDate(id)]),
  ) as Record<MilestoneId, string>;

const firstForm = (programme: Programme, today: string): GuideForm => {
  const fiscalYear = fiscalYearOf(today);
  return {
    name: `${programme.name} ${fiscalYear}`,
    fiscalYear,
    dates: datesOf(programme, () => ""),
    toConfirm: [],
    threshold: String(programme.threshold ?? ""),
    serviceDay: "",
    federationName: "",
    recipientName: "",
    recipientEmail: "",
    checklist: [],
    isOfficial: false,
    blankForm: null,
  };
};

/** The year after the last edition's, and never one that is over. */
const nextYearOf = (previous: Edition, today: string): number =>
  Math.max(
    (previous.fiscalYear ?? fiscalYearOf(today) - 1) + 1,
    fiscalYearOf(today),
  );

/** Values of the last edition for the year to come; the first edition starts blank. */
export const toGuideForm = (
  programme: Programme,
  previous: Edition | null,
  today: string,
): GuideForm => {
  if (previous === null) return firstForm(programme, today);
  const fiscalYear = nextYearOf(previous, today);
  const from = previous.fiscalYear ?? fiscalYear - 1;
  const dates = datesOf(programme, (id) => {
    const date = dateOf(previous, { id });
    return date === null ? "" : sameWeekdayIn(date, fiscalYear - from);
  });
  const name = rollYear(previous.name, from, fiscalYear);
  return {
    name: name === previous.name ? `${name} ${fiscalYear}` : name,
    fiscalYear,
    dates,
    toConfirm: datedIds(programme, previous),
    threshold: String(previous.threshold ?? ""),
    serviceDay:
      previous.serviceDay === null
        ? ""
        : sameDayIn(previous.serviceDay, fiscalYear - from),
    federationName: previous.federationName,
    recipientName: previous.recipientName,
    recipientEmail: previous.recipientEmail,
    checklist: toRows(previous),
    isOfficial: previous.checklistStatus === "公式",
    blankForm: null,
  };
};

const toNumber = (text: string): number | null => {
  const value = Number(text.normalize("NFKC").trim());
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
};

/** Values that the next edition has from the last one as they are. */
const carriedOver = (previous: Edition): AppRecordInput<"editions"> => ({
  federationSection: previous.federationSection,
  federationContactTitle: previous.federationContactTitle,
  federationContactName: previous.federationContactName,
  federationPhone: previous.federationPhone,
  federationFax: previous.federationFax,
  federationEmail: previous.federationEmail,
  federationAddress: previous.federationAddress,
  federationHeadName: previous.federationHeadName,
  contactUsers: previous.contactUsers,
  contactGroups: previous.contactGroups,
  formMap: previous.formMap,
  selfFormUrl: previous.selfFormUrl,
  otherFormUrl: previous.otherFormUrl,
  securityActionUrl: previous.securityActionUrl,
  publicRegisterUrl: previous.publicRegisterUrl,
});

/** The record without its files, which have to be sent anew. */
export const toEdition = (
  programme: Programme,
  form: GuideForm,
  previous: Edition | null,
  editionState: "準備中" | "募集中",
): AppRecordInput<"editions"> => ({
  ...(previous === null
    ? {}
    : {
        ...carriedOver(previous),
        mailSubject: rollYear(
          previous.mailSubject,
          previous.fiscalYear ?? form.fiscalYear - 1,
          form.fiscalYear,
        ),
      }),
  programme: programme.id,
  name: form.name.trim(),
  fiscalYear: form.fiscalYear,
  editionState,
  ...Object.fromEntries(
    milestoneIds(programme).map((id) => [`${id}Date`, form.dates[id] || null]),
  ),
  datesToConfirm: toDatesToConfirm(form.toConfirm),
  threshold: toNumber(form.threshold),
  ...(hasPersons(programme) && { serviceDay: form.serviceDay || null }),
  // An administrator outside the federation may not write it; kintone then enters the default.
  ...(previous === null || previous.target === null
    ? {}
    : { target: previous.target }),
  checklistStatus: form.isOfficial ? "公式" : "サンプル",
  checklist: toItemRows(form.checklist),
  federationName: form.federationName,
  recipientName: form.recipientName,
  recipientEmail: form.recipientEmail,
});

/** The edition that the form describes, for the rules. */
export const toDraft = (
  programme: Programme,
  form: GuideForm,
  previous: Edition | null,
): Edition => {
  const blank = previous ?? parseAppRecord("editions", {});
  return {
    ...blank,
    id: "",
    name: form.name,
    fiscalYear: form.fiscalYear,
    editionState: "準備中",
    // Dates of milestones are fields of their own.
    ...(Object.fromEntries(
      milestoneIds(programme).map((id) => [
        `${id}Date`,
        form.dates[id] || null,
      ]),
    ) as EditionDates),
    datesToConfirm: toDatesToConfirm(form.toConfirm),
    threshold: toNumber(form.threshold),
    serviceDay: form.serviceDay || null,
    target: previous?.target ?? 1,
    checklistStatus: form.isOfficial ? "公式" : "サンプル",
    checklist: form.checklist.map((row) => ({
      id: null,
      ...row,
    })) as Edition["checklist"],
    federationName: form.federationName,
    recipientEmail: form.recipientEmail,
    ...(form.blankForm === null
      ? {}
      : {
          formFile: [
            {
              fileKey: "",
              name: form.blankForm.name,
              contentType: "",
              size: 0,
            },
          ],
        }),
  };
};
