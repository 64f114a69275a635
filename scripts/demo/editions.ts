import type { editions } from "../../src/apps/index.ts";
import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import { isBusinessDay } from "../../src/domain/business-days.ts";
import { addDays } from "excel-form";
import type { IsoDate } from "excel-form";
import { fiscalYearOf } from "../../src/domain/fiscal-year.ts";
import {
  cloudPracticeAward,
  cloudPracticeChecklist,
} from "../../src/programmes/index.ts";
import { toChecklistRows } from "../../src/provision/sample-edition.ts";
import { demoContact } from "./people.ts";
import { FEDERATION_NAME } from "./societies.ts";

type EditionDates = {
  readonly contact: IsoDate;
  readonly register: IsoDate;
  readonly report: IsoDate;
  readonly case: IsoDate;
};

export type DemoEdition = {
  readonly name: string;
  readonly fiscalYear: number;
  readonly dates: EditionDates;
};

const { name: programmeName } = cloudPracticeAward;
const checklist = cloudPracticeChecklist;
const [noticed] = cloudPracticeAward.editions;

/** While it ran, the edition of the notice is the current one. */
const isRunning = (today: IsoDate): boolean =>
  today >= "2022-06-01" && today <= noticed.dates.case;

const businessDayUntil = (day: IsoDate): IsoDate =>
  isBusinessDay(day) ? day : businessDayUntil(addDays(day, -1));

/** The contact date has just passed, the others are still to come. */
const datesAround = (today: IsoDate): EditionDates => {
  const register = businessDayUntil(addDays(today, 5));
  return {
    contact: businessDayUntil(addDays(today, -4)),
    register,
    report: register,
    case: businessDayUntil(addDays(today, 19)),
  };
};

const inventedEdition = (today: IsoDate): DemoEdition => {
  const fiscalYear = fiscalYearOf(today);
  const suffix = fiscalYear === noticed.fiscalYear ? " 追加募集" : "";
  return {
    name: `${programmeName} ${fiscalYear}${suffix}`,
    fiscalYear,
    dates: datesAround(today),
  };
};

const yearBefore: DemoEdition = {
  name: `${programmeName} 2021`,
  fiscalYear: 2021,
  dates: {
    contact: "2021-07-27",
    register: "2021-08-02",
    report: "2021-08-02",
    case: "2021-08-16",
  },
};

export type DemoEditions = {
  readonly past: DemoEdition;
  readonly current: DemoEdition;
};

/** The edition of 2022 as the notice has it, and one before or after it. */
export const createDemoEditions = (today: IsoDate): DemoEditions =>
  isRunning(today)
    ? { past: yearBefore, current: noticed }
    : { past: noticed, current: inventedEdition(today) };

const sender = {
  federationName: FEDERATION_NAME,
  federationSection: "組織運営課",
  federationContactTitle: "主任",
  federationContactName: demoContact.name,
  federationPhone: "000-0000-0100",
  federationFax: "000-0000-0101",
  federationEmail: "soshiki@kenren.example.jp",
  federationAddress: "海原県星浦市中央1-1-1 商工会館3階",
  federationHeadName: "会長 大潮 一郎",
};

const toRecord = (
  { name, fiscalYear, dates }: DemoEdition,
  editionState: "募集中" | "終了",
): WritableRecordOf<typeof editions> => ({
  name,
  programme: cloudPracticeAward.id,
  fiscalYear,
  editionState,
  contactDate: dates.contact,
  registerDate: dates.register,
  reportDate: dates.report,
  caseDate: dates.case,
  threshold: cloudPracticeAward.threshold,
  target: cloudPracticeAward.target,
  checklistStatus: checklist.status,
  checklist: toChecklistRows(cloudPracticeAward),
  ...sender,
  recipientName: "全国商工会連合会 経営情報戦略課",
  recipientEmail: "houkoku@zenkokuren.example.jp",
  mailSubject: `【${FEDERATION_NAME}】${name} 状況回答シートの提出`,
  contactUsers: [{ code: demoContact.code }],
  closedDays: [
    { closedDate: `${fiscalYear}-06-23`, closedReason: "海原県の記念日" },
  ],
});

/** The past edition first, so that the current one has the newer number. */
export const toEditionRecords = ({
  past,
  current,
}: DemoEditions): Array<WritableRecordOf<typeof editions>> => [
  toRecord(past, "終了"),
  toRecord(current, "募集中"),
];
