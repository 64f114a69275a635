import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/app-kit/setting-parts.ts";
import type { AppSettings } from "../../../src/app-kit/app-settings.ts";
import { appKeys } from "../../../src/apps/index.ts";
import {
  findTwinPlugins,
  planProvision,
} from "../../../src/provision/plan/plan-provision.ts";
import type { Plan, Step } from "../../../src/provision/plan/step.ts";
import { aSite, anActualApp, desired, emptySite } from "./support.ts";

const brief = (step: Step): string => {
  switch (step.kind) {
    case "deploy":
      return `deploy ${step.apps.join(" ")}`;
    case "add-fields":
    case "update-fields":
      return `${step.kind} ${step.app} ${Object.keys(step.properties).length > 6 ? "…" : Object.keys(step.properties).join(" ")}`;
    case "setting":
      return `${step.setting} ${step.app}`;
    case "delete-fields":
      return `${step.kind} ${step.app} ${step.codes.join(" ")}`;
    case "delete-views":
      return `${step.kind} ${step.app} ${step.names.join(" ")}`;
    case "add-plugin":
    case "create-app":
    case "layout":
    case "add-edition":
      return `${step.kind} ${step.app}`;
    case "record-plugin":
      return `${step.kind} ${step.hash}`;
    case "remove-plugin":
      return `${step.kind} ${step.id}`;
    case "create-group":
      return `${step.kind} ${step.code}`;
    default:
      return `${step.kind} ${step.id} ${step.version}`;
  }
};
const steps = (plan: Plan): string[] => plan.steps.map(brief);

const withField =
  (code: string, property: JsonObject) =>
  (settings: AppSettings): AppSettings => ({
    ...settings,
    fields: {
      ...settings.fields,
      [code]: { type: "", label: "", ...property, code },
    },
  });

const withoutField = (code: string) => (settings: AppSettings) => {
  const { [code]: _, ...fields } = settings.fields;
  return { ...settings, fields };
};

const withView =
  (name: string, view: JsonObject) => (settings: AppSettings) => ({
    ...settings,
    views: { ...settings.views, [name]: { name, ...view } },
  });

describe("an empty site", () => {
  const plan = planProvision(desired, emptySite);

  test("no app is published before its rights are set", () => {
    const order = plan.steps;
    for (const app of appKeys) {
      const published = order.findIndex(
        (step) => step.kind === "deploy" && step.apps.includes(app),
      );
      const rights = order.flatMap((step, index) =>
        step.kind === "setting" &&
        step.app === app &&
        /Acl$/u.test(step.setting)
          ? [index]
          : [],
      );
      expect(rights.length, app).toBeGreaterThan(0);
      expect(Math.max(...rights), app).toBeLessThan(published);
    }
  });

  test("references come after what they refer to has been published", () => {
    const order = steps(plan);
    const at = (text: string) =>
      order.findIndex((step) => step.startsWith(text));
    const last = (text: string) =>
      order.findLastIndex((step) => step.startsWith(text));
    const deploys = order.flatMap((step, index) =>
      step.startsWith("deploy") ? [index] : [],
    );
    expect(deploys).toHaveLength(3);
    const [first = -1, second = -1, third = -1] = deploys;
    expect(order[0]).toBe("create-group federation");
    expect(last("create-app")).toBeLessThan(at("add-fields editions"));
    const lookups = order.indexOf("add-fields nominations edition society");
    const related = order.indexOf(
      "add-fields nominations sameFirm societyAnswers editionDeliveries",
    );
    expect(first).toBeLessThan(lookups);
    expect(lookups).toBeLessThan(second);
    expect(second).toBeLessThan(related);
    expect(related).toBeLessThan(at("layout editions"));
    expect(third).toBe(order.length - 1);
  });

  test("the process comes before the lists that ask for the status", () => {
    const order = steps(plan);
    expect(order.indexOf("process nominations")).toBeLessThan(
      order.indexOf("views nominations"),
    );
  });

  test("the mark by which an app is found again stands in its description", () => {
    expect(desired.apps.answers.general.description).toContain(
      "suisen:cloud-practice-award:answers",
    );
  });
});

describe("a site that is as wanted", () => {
  test("nothing is planned", () => {
    expect(planProvision(desired, aSite())).toEqual({
      steps: [],
      obstacles: [],
      undeclared: [],
    });
  });

  test("what was set but not published is published", () => {
    const site = aSite({
      answers: anActualApp("answers", undefined, { hasPending: true }),
    });
    expect(steps(planProvision(desired, site))).toEqual(["deploy answers"]);
  });

  test("an app that was made and never published is gone on with", () => {
    const site = aSite({
      deliveries: anActualApp(
        "deliveries",
        (settings) => ({ ...settings, fields: {}, layout: [] }),
        { isLive: false, hasPending: true },
      ),
    });
    const order = steps(planProvision(desired, site));
    expect(order).not.toContain("create-app deliveries");
    expect(order.slice(0, 3)).toEqual([
      "add-fields deliveries …",
      "deploy deliveries",
      "add-fields deliveries edition",
    ]);
  });
});

describe("differences", () => {
  const planWith = (
    change: (settings: AppSettings) => AppSettings,
    options = {},
  ) =>
    planProvision(
      desired,
      aSite({ nominations: anActualApp("nominations", change) }),
      options,
    );

  test("a missing field is added, laid out and published", () => {
    expect(steps(planWith(withoutField("industry")))).toEqual([
      "add-fields nominations industry",
      "layout nominations",
      "deploy nominations",
    ]);
  });

  test("a changed label is put right and nothing else is touched", () => {
    const plan = planWith((settings) =>
      withField("industry", {
        ...asJson(settings.fields.industry),
        label: "?",
      })(settings),
    );
    expect(steps(plan)).toEqual([
      "update-fields nominations industry",
      "deploy nominations",
    ]);
  });

  test("an option that a clerk added stays, also when the field is changed", () => {
    const more = { label: "口座振替", index: "9" };
    const plan = planWith((settings) => {
      const field = asJson(settings.fields.consentMethod);
      return withField("consentMethod", {
        ...field,
        label: "?",
        options: { ...asJson(field.options), 口座振替: more },
      })(settings);
    });
    const [update] = plan.steps;
    expect(update).toMatchObject({
      properties: {
        consentMethod: {
          options: {
            書面: { index: "0" },
            口座振替: { label: "口座振替", index: "3" },
          },
        },
      },
    });
  });

  test("an added option alone is no difference", () => {
    const plan = planWith((settings) => {
      const field = asJson(settings.fields.consentMethod);
      return withField("consentMethod", {
        ...field,
        options: {
          ...asJson(field.options),
          電話: { label: "電話", index: "3" },
        },
      })(settings);
    });
    expect(plan.steps).toEqual([]);
  });

  test("a missing table column brings the table with the columns of others", () => {
    const plan = planWith((settings) => {
      const checklist = asJson(settings.fields.checklist);
      const { evidence: _, ...columns } = asJson(checklist.fields);
      return withField("checklist", {
        ...checklist,
        fields: {
          ...columns,
          追加: { type: "DATE", code: "追加", label: "追加" },
        },
      })(settings);
    });
    expect(steps(plan)).toEqual([
      "update-fields nominations checklist",
      "deploy nominations",
    ]);
    const [update] = plan.steps;
    expect(update).toMatchObject({
      properties: {
        checklist: { fields: { evidence: {}, 追加: { label: "追加" } } },
      },
    });
  });

  test("a field of another type is an obstacle, told before anything is done", () => {
    const plan = planWith(
      withField("industry", { type: "NUMBER", label: "業種" }),
    );
    expect(plan.obstacles).toEqual([
      {
        code: "provision/type-conflict",
        app: "nominations",
        field: "industry",
        actualType: "NUMBER",
        desiredType: "SINGLE_LINE_TEXT",
      },
    ]);
  });

  test("a field and a list of others stay and are told", () => {
    const plan = planWith((settings) =>
      withView("自分用", { type: "LIST", index: "3", id: "5" })(
        withField("メモ", { type: "SINGLE_LINE_TEXT", label: "メモ" })(
          settings,
        ),
      ),
    );
    expect(plan.steps).toEqual([]);
    expect(plan.undeclared).toEqual([
      { app: "nominations", what: "field", name: "メモ" },
      { app: "nominations", what: "view", name: "自分用" },
    ]);
  });

  test("with prune they go, but not what comes with the process", () => {
    const plan = planWith(
      (settings) =>
        withView("自分用", { type: "LIST", index: "3", id: "5" })(
          withField("メモ", { type: "SINGLE_LINE_TEXT", label: "メモ" })(
            settings,
          ),
        ),
      { prune: true },
    );
    expect(steps(plan)).toEqual([
      "delete-fields nominations メモ",
      "delete-views nominations 自分用",
      "deploy nominations",
    ]);
    expect(plan.undeclared).toEqual([]);
  });

  test("a list between ours moves none of ours", () => {
    const plan = planWith((settings) => ({
      ...settings,
      views: Object.fromEntries([
        ["他の一覧", { name: "他の一覧", type: "LIST", index: "1" }],
        ...Object.entries(settings.views).map(([name, view]) => [
          name,
          { ...view, index: String(Number(view.index) * 2) },
        ]),
      ]) as AppSettings["views"],
    }));
    expect(plan.steps).toEqual([]);
  });

  test.each([
    [
      "general",
      (settings: AppSettings) => ({
        ...settings,
        general: { ...settings.general, theme: "BLACK" },
      }),
    ],
    ["recordAcl", (settings: AppSettings) => ({ ...settings, recordAcl: [] })],
    [
      "fieldAcl",
      (settings: AppSettings) => ({
        ...settings,
        fieldAcl: settings.fieldAcl.slice(1),
      }),
    ],
    [
      "reminders",
      (settings: AppSettings) => ({
        ...settings,
        reminders: { timezone: "Asia/Tokyo", notifications: [] },
      }),
    ],
    [
      "process",
      (settings: AppSettings) => ({
        ...settings,
        process: { ...settings.process, actions: [] },
      }),
    ],
    [
      "views",
      (settings: AppSettings) => ({
        ...settings,
        views: {
          ...settings.views,
          未達: { ...settings.views["未達"], sort: "registerDue desc" },
        },
      }),
    ],
  ])("changed %s are set again", (setting, change) => {
    expect(steps(planWith(change))).toEqual([
      `${setting} nominations`,
      "deploy nominations",
    ]);
  });

  test("a condition in kintone's own spelling is no difference", () => {
    const plan = planWith((settings) => ({
      ...settings,
      recordNotifications: settings.recordNotifications.map((notification) => ({
        ...notification,
        filterCond: `(${String(notification.filterCond).replaceAll(" ", "  ")})`,
      })),
    }));
    expect(plan.steps).toEqual([]);
  });

  test("a description in kintone's own HTML is no difference", () => {
    const plan = planWith((settings) => ({
      ...settings,
      general: {
        ...settings.general,
        description: String(settings.general.description).replaceAll(
          "<div>",
          '<div class="x">\n',
        ),
      },
    }));
    expect(plan.steps).toEqual([]);
  });

  test("a process that others switched on in another app of ours stays", () => {
    const site = aSite({
      answers: anActualApp("answers", (settings) => ({
        ...settings,
        process: { enable: true, states: {}, actions: [] },
      })),
    });
    expect(planProvision(desired, site).steps).toEqual([]);
  });
});

describe("the plugin", () => {
  const plugin = {
    id: "abc",
    version: "2",
    hash: "f00",
    names: ["推薦ボード"],
  };
  const wanted = { ...desired, plugin };

  test("is installed and put on every app", () => {
    expect(steps(planProvision(wanted, aSite()))).toEqual([
      "install-plugin abc 2",
      "add-plugin editions",
      "add-plugin societies",
      "add-plugin nominations",
      "add-plugin answers",
      "add-plugin deliveries",
      "record-plugin f00",
      "deploy editions societies nominations answers deliveries",
    ]);
  });

  const onAllApps = (hash: string) =>
    Object.fromEntries(
      (
        [
          "editions",
          "societies",
          "nominations",
          "answers",
          "deliveries",
        ] as const
      ).map((key) => [
        key,
        anActualApp(
          key,
          (settings) => ({
            ...settings,
            general: {
              ...settings.general,
              description: `${String(settings.general.description)}<div>管理用：plugin:${hash}（消さないでください）</div>`,
            },
          }),
          { plugins: ["abc"] },
        ),
      ]),
    );
  const update = [
    "update-plugin abc 2",
    "record-plugin f00",
    "deploy editions",
  ];
  const aPlugin = (id: string, version: string) => ({
    id,
    version,
    name: "推薦ボード",
  });

  test.each([
    ["1", "f00", false, update],
    ["2", "f00", false, []],
    ["2", "beef", false, update],
    ["2", "f00", true, update],
  ])(
    "installed in version %s with contents %s, with reinstall %s: %j",
    (version, hash, reinstallPlugin, expected) => {
      const site = aSite(onAllApps(hash), {
        plugins: [aPlugin("abc", version)],
      });
      expect(steps(planProvision(wanted, site, { reinstallPlugin }))).toEqual(
        expected,
      );
    },
  );

  test("under another id it is found, and removed last when that is wanted", () => {
    const site = aSite(onAllApps("f00"), {
      plugins: [aPlugin("abc", "2"), aPlugin("old", "1")],
    });
    expect(findTwinPlugins(wanted, site).map(({ id }) => id)).toEqual(["old"]);
    expect(steps(planProvision(wanted, site))).toEqual([]);
    expect(steps(planProvision(wanted, site, { replacePlugin: true }))).toEqual(
      ["remove-plugin old"],
    );
  });
});

/** A part of settings whose members a test changes. */
const asJson = (value: unknown): JsonObject => value as JsonObject;
