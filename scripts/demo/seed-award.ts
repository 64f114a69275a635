import type { IsoDate } from "excel-form";
import { addDays } from "excel-form";
import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import {
  answers,
  editions,
  nominations,
  societies,
  type AppKey,
} from "../../src/apps/index.ts";
import { isBusinessDay } from "../../src/domain/business-days.ts";
import { fiscalYearOf } from "../../src/domain/fiscal-year.ts";
import type { Programme } from "../../src/programmes/index.ts";
import { connect } from "../../src/provision/node/connect.ts";
import { toChecklistRows } from "../../src/provision/sample-edition.ts";
import { demoCompanies } from "./firms.ts";
import { demoContact, passwordOf } from "./people.ts";
import {
  demoSocieties,
  FEDERATION_NAME,
  toSocietyRecord,
} from "./societies.ts";
import { addRecords } from "./write-records.ts";

type AwardSeed = {
  readonly baseUrl: string;
  readonly apps: Readonly<Record<AppKey, string>>;
  readonly programme: Programme;
  /** The dates of the edition lie after this day. */
  readonly today: IsoDate;
};

/** Societies that have entered a firm already. */
const EARLY_SOCIETIES = 3;
const DAYS_BETWEEN_DATES = 10;

const businessDayFrom = (day: IsoDate): IsoDate =>
  isBusinessDay(day) ? day : businessDayFrom(addDays(day, 1));

const toEdition = (
  programme: Programme,
  name: string,
  today: IsoDate,
): WritableRecordOf<typeof editions> => ({
  name,
  programme: programme.id,
  fiscalYear: fiscalYearOf(today),
  editionState: "募集中",
  ...Object.fromEntries(
    programme.milestones.map(({ id }, index) => [
      `${id}Date`,
      businessDayFrom(addDays(today, DAYS_BETWEEN_DATES * (index + 1))),
    ]),
  ),
  ...(programme.threshold !== null && { threshold: programme.threshold }),
  target: programme.target,
  checklist: toChecklistRows(programme),
  serviceDay: `${fiscalYearOf(today)}-04-01`,
  federationName: FEDERATION_NAME,
  recipientEmail: "houkoku@zenkokuren.example.jp",
  contactUsers: [{ code: demoContact.code }],
});

const toFirm = (edition: string, society: string, index: number) => {
  const firm = demoCompanies[index];
  return {
    edition,
    society,
    registeredName: firm?.name ?? "",
    nameKana: firm?.kana ?? "",
    corporateNumber: firm?.corporateNumber ?? "",
    representativeName: firm?.representative ?? "",
    consentNominate: "同意あり",
    consentShare: "同意あり",
  } as const;
};

/**
 * An open edition of another award than the first: every society has its request, and
 * a few have entered a firm, which may be one of the first award's as well. Apps that
 * hold an edition are left alone.
 */
export const seedAward = async ({
  baseUrl,
  apps,
  programme,
  today,
}: AwardSeed): Promise<void> => {
  const { code: username } = demoContact;
  const { client } = connect({
    baseUrl,
    auth: { username, password: passwordOf(username) },
  });
  const isEmpty = async (app: string): Promise<boolean> =>
    (await client.record.getRecords({ app, query: "limit 1" })).records
      .length === 0;
  if (!(await isEmpty(apps.editions))) return;
  if (await isEmpty(apps.societies))
    await addRecords(
      client,
      apps.societies,
      societies,
      demoSocieties.map(toSocietyRecord),
    );
  const edition = `${programme.name} ${fiscalYearOf(today)}`;
  const names = demoSocieties
    .filter(({ active }) => active === "有効")
    .map(({ name }) => name);
  await addRecords(client, apps.editions, editions, [
    toEdition(programme, edition, today),
  ]);
  await addRecords(
    client,
    apps.answers,
    answers,
    names.map((society, index) => ({
      edition,
      society,
      answer: index < EARLY_SOCIETIES ? "候補あり" : "未開封",
    })),
  );
  await addRecords(
    client,
    apps.nominations,
    nominations,
    names
      .slice(0, EARLY_SOCIETIES)
      .map((society, index) => toFirm(edition, society, index)),
  );
};
