import { fillForm, preflight, readFilled, readForm } from "excel-form";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appKeys, type AppKey } from "../../src/apps/index.ts";
import { listSteps } from "../../src/apps/nominations/states.ts";
import { prepareReport } from "../../src/domain/prepare-report.ts";
import { isBlocked } from "../../src/domain/report-issues.ts";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { listElsewhere } from "../../src/feature-kit/other-awards.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import { listOtherSets } from "../../src/kintone/other-sets.ts";
import { loadReportRecords } from "../../src/kintone/report-records.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { programmes, type Programme } from "../../src/programmes/index.ts";
import { previewProvision } from "../../src/provision/index.ts";
import { toChecklistRows } from "../../src/provision/sample-edition.ts";
import { openReportForm } from "../../src/report/open-form.ts";
import { cells } from "../support/nomination-site.ts";
import {
  ADMIN,
  editionNameOf,
  openEdition,
  startProgrammeSite,
  TODAY,
  type ProgrammeSite,
} from "../support/programme-site.ts";

let site: ProgrammeSite;

beforeAll(async () => {
  site = await startProgrammeSite();
}, 180_000);

afterAll(() => site.close());

const firmOf = ({ id }: Programme): string => `${id}の海風堂`;

const readiness = {
  nominationKind: "他薦",
  businessKind: "個人事業主",
  nameKana: "ウミカゼドウ",
  address: "海原県青浜町1-1",
  representativeName: "青浜 花子",
  consentNominate: "同意あり",
  consentShare: "同意あり",
  securityActionStars: "一つ星",
  securityActionId: "51234567890",
  securityActionDate: "2026-06-01",
};

const people = [
  { personName: "渚 一郎", hiredOn: "1996-04-01", personGrade: "30年" },
  { personName: "岬 二葉", hiredOn: "2006-06-30", personGrade: "20年" },
];

/** From the edition to the last state, as the two sides would do it by REST. */
const walk = async (
  programme: Programme,
  apps: Readonly<Record<AppKey, string>>,
): Promise<string> => {
  const clerk = site.clientOf("clerk");
  const society = site.clientOf("aohama");
  const items = toChecklistRows(programme);
  const edition = editionNameOf(programme);
  await clerk.record.addRecord({
    app: apps.editions,
    record: openEdition(programme),
  });
  await clerk.record.addRecord({
    app: apps.answers,
    record: cells({ edition, society: "青浜商工会", answer: "未開封" }),
  });
  const { id } = await society.record.addRecord({
    app: apps.nominations,
    record: cells({
      edition,
      society: "青浜商工会",
      registeredName: firmOf(programme),
      ...readiness,
      checklist: items.map((item) => ({
        value: cells({ ...item, answer: "はい" }),
      })),
      persons: people.map((person) => ({ value: cells(person) })),
    }),
  });
  await clerk.record.updateRecord({
    app: apps.nominations,
    id,
    record: cells({ nameCheck: "確認済" }),
  });
  for (const { action, milestone } of listSteps(programme).slice(0, -1)) {
    await clerk.record.updateRecord({
      app: apps.nominations,
      id,
      record: cells({ [`${milestone}Done`]: TODAY }),
    });
    await clerk.record.updateRecordStatus({
      app: apps.nominations,
      id,
      action,
    });
  }
  return id;
};

const gatewayOf = (
  programme: Programme,
  apps: Readonly<Record<AppKey, string>>,
  login = "clerk",
) =>
  createGateway({
    programme,
    page: {
      appId: "",
      targetApp: () => null,
      fetchFormFields: () => Promise.resolve({}),
    },
    app: null,
    overrides: apps,
    transport: createPasswordTransport({
      baseUrl: site.baseUrl,
      username: login,
      password: login,
    }),
  });

test("every programme of the build has its own apps, and 商工会 is one", async () => {
  expect(new Set(site.sets.map(({ apps }) => apps.societies)).size).toBe(1);
  const numbers = site.sets.flatMap(({ apps }) => Object.values(apps));
  expect(new Set(numbers).size).toBe(
    1 + programmes.length * (appKeys.length - 1),
  );
  for (const { programme } of site.sets) {
    const plan = await previewProvision({
      baseUrl: site.baseUrl,
      auth: ADMIN,
      programme,
    });
    expect(plan).toEqual({ steps: [], obstacles: [], undeclared: [] });
  }
});

test("a part that a programme lacks is in none of its apps", async () => {
  const client = site.clientOf("Administrator");
  const fieldsOf = async (id: string): Promise<string[]> => {
    const set = site.sets.find(({ programme }) => programme.id === id);
    const { properties } = await client.app.getFormFields({
      app: set?.apps.nominations ?? "",
    });
    return Object.keys(properties);
  };
  const [award, declaration, service] = await Promise.all(
    programmes.map(({ id }) => fieldsOf(id)),
  );
  expect(award).toEqual(
    expect.arrayContaining(["securityActionStars", "checklist", "contest"]),
  );
  expect(award).not.toContain("persons");
  expect(declaration).toContain("areaTotal3");
  expect(declaration).not.toContain("securityActionStars");
  expect(declaration).not.toContain("contest");
  expect(service).toContain("persons");
  expect(service).not.toContain("verdict");
  expect(service).not.toContain("checklist");
});

describe.each(programmes.map((programme) => [programme.name, programme]))(
  "%s",
  (_name, programme) => {
    test("goes from the edition to the filled sheet, and nothing of another award is on it", async () => {
      const { apps } = site.setOf(programme.id);
      await walk(programme, apps);
      const gateway = gatewayOf(programme, apps);
      const records = await loadReportRecords(
        gateway,
        editionNameOf(programme),
      );
      const prepared = prepareReport({
        programme,
        records,
        kind: "本提出",
        noneReason: "",
        today: TODAY,
        warnDays: 5,
        closedDays: [],
      });
      expect(
        prepared.issues.filter(({ severity }) => severity === "block"),
      ).toEqual([]);
      expect(isBlocked(prepared.issues)).toBe(false);
      const form = openReportForm({ programme, file: null, mapText: "" });
      expect(form.name).toContain("サンプル");
      const blocks = preflight(
        VOCABULARY,
        form.form,
        form.map,
        prepared.data,
      ).filter(({ severity }) => severity === "block");
      expect(blocks).toEqual([]);
      const { bytes } = fillForm(
        VOCABULARY,
        form.bytes,
        form.map,
        prepared.data,
      );
      const filled = readForm(bytes);
      const { rows } = readFilled(VOCABULARY, filled, form.map);
      expect(rows.map((row) => row["business.registeredName"])).toEqual(
        programme.persons === undefined
          ? [firmOf(programme)]
          : people.map(() => firmOf(programme)),
      );
      if (programme.persons !== undefined) {
        expect(
          rows.map((row) => [row["person.name"], row["person.years"]]),
        ).toEqual([
          ["渚 一郎", 30],
          ["岬 二葉", 20],
        ]);
      }
      const texts = filled.sheets
        .flatMap(({ cells: all }) => [...all.values()].map(({ text }) => text))
        .join("\n");
      expect(texts).toContain(programme.sheet.title);
      for (const other of programmes.filter((one) => one !== programme)) {
        expect(texts).not.toContain(other.sheet.title);
        expect(texts).not.toContain(firmOf(other));
      }
    });
  },
);

test("an area below its minimum keeps a firm out, whatever the total", async () => {
  const set = site.sets.find(({ programme }) =>
    programme.areas.some(({ minimum }) => minimum !== undefined),
  );
  if (set === undefined) throw new Error("No programme has a minimum");
  const { programme, apps } = set;
  const weak = programme.areas.at(-1)?.name.ja;
  const items = toChecklistRows(programme).map((item) => ({
    value: cells({
      ...item,
      answer: item.itemArea === weak ? "いいえ" : "はい",
    }),
  }));
  const clerk = site.clientOf("clerk");
  const { id } = await clerk.record.addRecord({
    app: apps.nominations,
    record: cells({
      edition: editionNameOf(programme),
      society: "青浜商工会",
      registeredName: "片寄り商店",
      ...readiness,
      checklist: items,
    }),
  });
  const { record } = await clerk.record.getRecord({
    app: apps.nominations,
    id,
  });
  expect(record.scoreTotal?.value).toBe("70");
  expect(record.verdict?.value).toBe("基準未満");
  await expect(
    clerk.record.updateRecordStatus({
      app: apps.nominations,
      id,
      action: listSteps(programme)[0]?.action ?? "",
    }),
  ).rejects.toThrow();
});

describe("the other awards of a site", () => {
  const [{ id }, ...others] = programmes;
  const page = {
    fetchRecordHref: (app: string) =>
      Promise.resolve((record: string) => `${app}/${record}`),
  };
  const contextOf = (login: string) => {
    const { programme, apps } = site.setOf(id);
    return { gateway: gatewayOf(programme, apps, login), page };
  };

  test("are found by the app that all sets share", async () => {
    const sets = await listOtherSets(contextOf("clerk").gateway);
    expect(sets.map(({ programme, apps }) => [programme.id, apps])).toEqual(
      others.map((one) => {
        const { editions, nominations } = site.setOf(one.id).apps;
        return [one.id, { editions, nominations }];
      }),
    );
  });

  test("show their running nominations to the federation, and nothing to a society", async () => {
    const names = async (login: string) =>
      (await listElsewhere(contextOf(login), true)).map(
        ({ registeredName }) => registeredName,
      );
    expect(await names("clerk")).toEqual(
      expect.arrayContaining(others.map(firmOf)),
    );
    expect(await names("aohama")).toEqual([]);
  });

  test("are none where the user may not open their apps", async () => {
    const { gateway } = contextOf("clerk");
    const closed = {
      ...gateway,
      fetchFields: async (app: string) => {
        if (app === (await gateway.requireAppId("societies")))
          return gateway.fetchFields(app);
        throw new AppError("kintone/no-right", { id: "" });
      },
    };
    expect(await listOtherSets(closed)).toEqual([]);
  });
});
