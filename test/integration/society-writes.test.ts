import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { declareApps } from "../../src/apps/declarations.ts";
import { createApps } from "../../src/apps/index.ts";
import { parseAppRecord } from "../../src/apps/records.ts";
import type { AppRecord } from "../../src/apps/records.ts";
import { toConfirmed } from "../../src/domain/confirmation.ts";
import { readinessOf } from "../../src/domain/readiness.ts";
import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { connect } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { startDemoSite } from "../support/demo-site.ts";
import type { DemoSite } from "../support/demo-site.ts";
import { gatewayOf, lookAtPlaces } from "../support/four-places.ts";

const TODAY = "2022-08-01";
const EDITION = "クラウド実践大賞 2022";
const SOCIETY = "aoki";

let demo: DemoSite;
let contacted = "";
let registered = "";
/** The contacted nomination as the federation confirmed it. */
let confirmed: Readonly<Record<string, { value: unknown }>>;

const federation = () => demo.as("hamano").client.record;
const society = () => demo.as(SOCIETY).client;

const confirm = async (id: string): Promise<void> => {
  const { record } = await federation().getRecord({
    app: demo.apps.nominations,
    id,
  });
  const values = toConfirmed(award, parseAppRecord("nominations", record));
  await federation().updateRecord({
    app: demo.apps.nominations,
    id,
    record: {
      ...Object.fromEntries(
        Object.entries(values).map(([code, value]) => [code, { value }]),
      ),
      nameCheck: { value: "確認済" },
      nameCheckedOn: { value: "2022-07-27" },
      consentNominate: { value: "同意あり" },
      consentShare: { value: "同意あり" },
      consentDate: { value: "2022-07-10" },
      securityActionStars: { value: "一つ星" },
      securityActionId: { value: "40000000001" },
    },
  });
};

beforeAll(async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  demo = await startDemoSite(TODAY);
  const own = await society().record.getRecords({
    app: demo.apps.nominations,
    query: `edition in ("${EDITION}")`,
  });
  const inState = (state: string): string =>
    String(
      own.records.find((one) => one.ステータス?.value === state)?.$id?.value,
    );
  contacted = inState("県連へ連絡済");
  registered = inState("登録済");
  await confirm(contacted);
  const { record } = await federation().getRecord({
    app: demo.apps.nominations,
    id: contacted,
  });
  confirmed = record;
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await demo.close();
});

const { fields } = createApps(award).nominations;
type Code = keyof typeof fields;
const codes = Object.keys(fields).filter(
  (code) => fields[code as Code].type !== "REFERENCE_TABLE",
) as Code[];

const isCalculated = (code: Code): boolean =>
  "expression" in fields[code] && fields[code].expression !== undefined;

/** Another value than the record has. */
const otherValue = async (code: Code): Promise<unknown> => {
  const field = fields[code];
  const now = confirmed[code]?.value;
  switch (code) {
    case "edition":
      return "クラウド実践大賞 2021";
    case "society":
      return "潮鳴町商工会";
    case "contactDone":
      // A day that is possible, and not the one at the confirmation.
      return "2022-07-21";
    case "registerDone":
      return "2022-08-20";
    case "checklist":
      return [];
    default:
  }
  switch (field.type) {
    case "DATE":
      return "2022-08-20";
    case "NUMBER":
    case "CALC":
      return "77";
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return field.options.find((option: string) => option !== now);
    case "USER_SELECT":
      return [{ code: SOCIETY }];
    case "ORGANIZATION_SELECT":
      return [];
    case "SUBTABLE":
      return [{ value: {} }];
    case "FILE": {
      const { fileKey } = await society().file.uploadFile({
        file: { name: "別.txt", data: "別" },
      });
      return [{ fileKey }];
    }
    default:
      return "書き換え";
  }
};

/** `ignored`: kintone answers yes and keeps the value, as of a copied or calculated field. */
type Outcome = "refused" | "ignored" | "named" | "silent";

const namesOf = async (id: string): Promise<string> => {
  const { page, board } = lookAtPlaces(demo, {
    user: "hamano",
    today: TODAY,
    edition: EDITION,
  });
  const nomination = await gatewayOf(demo, "hamano").fetchRecord(
    "nominations",
    id,
  );
  const gaps = readinessOf(award, nomination).blockers.map(
    ({ id: item }) => item,
  );
  const said = [await page(id), await board(id)];
  return JSON.stringify({ said, gaps });
};

const valueOf = (record: AppRecord<"nominations">, code: string): string =>
  JSON.stringify(Object.entries(record).find(([key]) => key === code)?.[1]);

/** Null when kintone refuses. */
const write = async (id: string, code: Code) => {
  const value = await otherValue(code);
  try {
    return await society().record.updateRecord({
      app: demo.apps.nominations,
      id,
      record: { [code]: { value } as { value: string } },
    });
  } catch (error) {
    expect(error).toMatchObject({
      status: expect.toSatisfy((status) => status === 403 || status === 400),
    });
    return null;
  }
};

const outcomeOf = async (code: Code, named: string): Promise<Outcome> => {
  const gateway = gatewayOf(demo, "hamano");
  if ((await write(contacted, code)) === null) return "refused";
  const after = await gateway.fetchRecord("nominations", contacted);
  const before = parseAppRecord("nominations", confirmed);
  if (valueOf(after, code) === valueOf(before, code)) return "ignored";
  return (await namesOf(contacted)) === named ? "silent" : "named";
};

/** Gives the contacted nomination the value that it had. */
const restore = async (code: Code): Promise<void> => {
  if (isCalculated(code)) return;
  await federation().updateRecord({
    app: demo.apps.nominations,
    id: contacted,
    record: { [code]: { value: confirmed[code]?.value } as { value: string } },
  });
};

const COPIED_OR_CALCULATED = [
  "contactDue",
  "registerDue",
  "reportDue",
  "caseDue",
  "requiredScore",
  "checklistKind",
  "societyCode",
  "societyOrder",
  "organization",
  "scoreTotal",
  "answeredCount",
  "verdict",
  "publishState",
];

const NAMED = [
  "edition",
  "contactDone",
  "registerDone",
  "nominationKind",
  "businessKind",
  "registeredName",
  "corporateNumber",
  "consentNominate",
  "consentShare",
  "consentDate",
  "securityActionStars",
  "checklist",
];

/** Nothing was confirmed about these: the society fills them in until the registration. */
const ITS_OWN = [
  "nameKana",
  "postalCode",
  "address",
  "representativeTitle",
  "representativeName",
  "representativeKana",
  "industry",
  "employees",
  "capital",
  "foundedOn",
  "phone",
  "email",
  "url",
  "contactPersonDepartment",
  "contactPersonName",
  "contactPersonPhone",
  "consentPublish",
  "consentPerson",
  "consentStaff",
  "consentMethod",
  "securityActionId",
  "securityActionDate",
  "registeredBy",
  "receiptNumber",
  "supporterName",
  "supporterAffiliation",
  "supporterContact",
  "contest",
  "caseTitle",
  "caseFile",
  "cloudServices",
  "summary",
  "priorDeclaration",
  "priorDifference",
  "withdrawnReason",
  "remarks",
  "attachments",
];

describe("a society that writes into its nomination by REST", () => {
  test("after the confirmation: each field is refused, named on page and board, or its own", async () => {
    const named = await namesOf(contacted);
    const outcomes = new Map<string, Outcome>();
    for (const code of codes) {
      const outcome = await outcomeOf(code, named);
      outcomes.set(code, outcome);
      if (outcome === "named" || outcome === "silent") await restore(code);
    }
    const withOutcome = (wanted: Outcome): string[] =>
      [...outcomes].filter(([, one]) => one === wanted).map(([code]) => code);
    expect(withOutcome("named")).toEqual(NAMED);
    expect(withOutcome("ignored")).toEqual(COPIED_OR_CALCULATED);
    expect(withOutcome("silent")).toEqual(ITS_OWN);
    // The look-up of a society finds its own alone.
    expect(withOutcome("refused").toSorted()).toEqual(
      [
        "society",
        ...declareApps(award).nominations.fieldRights.map((one) => one.code),
      ].toSorted(),
    );
  });

  test("after the registration: every field is refused", async () => {
    const taken: string[] = [];
    for (const code of codes)
      if ((await write(registered, code)) !== null) taken.push(code);
    expect(taken).toEqual([]);
  });

  test("a new record that says it was confirmed is refused", async () => {
    await expect(
      society().record.addRecord({
        app: demo.apps.nominations,
        record: {
          edition: { value: EDITION },
          society: { value: confirmed.society?.value as string }, // a text field
          registeredName: { value: "株式会社先取り" },
          nameCheck: { value: "確認済" },
        },
      }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test("a file cannot be imported: the right to import is the federation's", async () => {
    const { rights } = await connect(demo.admin).client.app.getAppAcl({
      app: demo.apps.nominations,
    });
    expect(
      rights
        .filter(({ recordImportable }) => recordImportable)
        .map(({ entity }) => entity.code ?? entity.type),
    ).toEqual(["CREATOR", "federation"]);
  });
});

test("a clerk who joins the federation after the status moved takes the next step", async () => {
  const { baseUrl, auth } = demo.admin;
  const directory = createUserApi({ baseUrl, auth });
  await directory.addUsers([
    { code: "newcomer", name: "新人 あきら", password: "newcomer", email: "" },
  ]);
  const newcomer = connect({
    baseUrl,
    auth: { username: "newcomer", password: "newcomer" },
  }).client.record;
  const sendBack = () =>
    newcomer.updateRecordStatus({
      app: demo.apps.nominations,
      id: contacted,
      action: "差し戻す",
    });
  await expect(sendBack()).rejects.toMatchObject({ status: 403 });
  await directory.setUserGroups("newcomer", ["federation"]);
  await expect(sendBack()).resolves.toHaveProperty("revision");
});
