import { readFileSync } from "node:fs";
import {
  createSite,
  restoreSnapshot,
  startServer,
  takeSnapshot,
  type Snapshot,
} from "local-kintone";
import { packPlugin } from "local-kintone/testing";
import { proposeMap, readForm } from "excel-form";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AppKey } from "../../src/apps/index.ts";
import { isPassed } from "../../src/domain/rehearse.ts";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";
import { readFacts } from "../../src/features/site-check/read-facts.ts";
import { readFormState } from "../../src/features/site-check/form-state.ts";
import { runRehearsal } from "../../src/features/site-check/run-rehearsal.ts";
import { createDirectoryReader } from "../../src/kintone/directory.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { createPageConnection } from "../../src/provision/connect/page-connection.ts";
import { connect, provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { blankFormPath } from "../support/blank-form.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };
const TODAY = "2026-06-01";

type World = Awaited<ReturnType<typeof startWorld>>;

/** A set that is right in everything: two societies with staff, an open edition, a mapped form. */
const startWorld = async () => {
  const site = createSite({ deployDelayMs: 0 });
  const server = await startServer({ site });
  const { baseUrl } = server;
  const { plugin, id: pluginId } = await packPlugin({ desktop: ["1;"] });
  const { apps } = await provision({
    baseUrl,
    auth: ADMIN,
    pluginZip: Uint8Array.from(plugin),
  });
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  await directory.addOrganizations([
    { code: "S01", name: "北山商工会" },
    { code: "S02", name: "南浜商工会" },
  ]);
  await directory.addUsers(
    ["kita", "minami"].map((code) => ({
      code,
      name: code,
      password: code,
      email: "",
    })),
  );
  await directory.setUserOrganizations([
    { code: "kita", organizations: ["S01"] },
    { code: "minami", organizations: ["S02"] },
  ]);
  await directory.addGroup("empty", "だれもいない");
  await directory.setUserGroups("Administrator", [
    "Administrators",
    "federation",
  ]);
  const { client } = connect({ baseUrl, auth: ADMIN });
  const transport = createPasswordTransport({ baseUrl, ...ADMIN });
  const gateway = createGateway({
    programme: cloudPracticeAward,
    page: {
      appId: apps.editions,
      fetchFormFields: () => gateway.fetchFields(apps.editions),
      targetApp: () => "",
    },
    app: "editions",
    overrides: apps,
    transport,
  });
  for (const code of ["S01", "S02"])
    await gateway.addRecord("societies", {
      code,
      name: code === "S01" ? "北山商工会" : "南浜商工会",
      active: "有効",
      organization: [{ code }],
    });
  const bytes = new Uint8Array(
    readFileSync(blankFormPath("b01-status-reply.xlsx")),
  );
  const fileKey = await gateway.uploadFile({ name: "form.xlsx", bytes });
  const { id: edition } = await gateway.addRecord("editions", {
    name: "クラウド実践大賞 2026",
    programme: cloudPracticeAward.id,
    fiscalYear: 2026,
    editionState: "募集中",
    contactDate: "2026-07-27",
    registerDate: "2026-07-31",
    reportDate: "2026-07-31",
    caseDate: "2026-08-14",
    threshold: 2,
    target: 1,
    checklistStatus: "公式",
    checklist: [
      {
        itemId: "A1",
        itemArea: "顧客満足度の向上",
        itemText: "予約を受け付けている",
        itemPoints: 2,
      },
    ],
    formFile: [{ fileKey }],
    formMap: JSON.stringify(proposeMap(VOCABULARY, readForm(bytes))),
  });
  return {
    site,
    apps,
    client,
    directory,
    gateway,
    edition,
    transport,
    access: {
      connection: createPageConnection(baseUrl, transport),
      pluginId,
      fetchSubscription: async () => null,
    },
    reader: createDirectoryReader(transport),
    close: async () => {
      await server.close();
      site.close();
    },
  };
};

let world: World;
let sound: Snapshot;
beforeAll(async () => {
  world = await startWorld();
  sound = takeSnapshot(world.site);
});
beforeEach(() => restoreSnapshot(world.site, sound));
afterAll(() => world.close());

/** Stations at which the invented firm gets stuck. */
const stuck = async (): Promise<string[]> => {
  const { access, gateway, reader, apps } = world;
  const edition = await gateway.fetchRecord("editions", world.edition);
  const facts = await readFacts(
    access,
    {
      gateway,
      directory: reader,
      programme: cloudPracticeAward,
      user: "Administrator",
    },
    apps,
  );
  if (facts.site === null) throw new Error("The site was not read.");
  return runRehearsal({
    programme: cloudPracticeAward,
    edition,
    form: await readFormState(gateway, edition),
    facts,
    site: facts.site,
    today: TODAY,
    language: "ja",
    nameOf: (app: AppKey) => app,
  })
    .filter((result) => !isPassed(result))
    .map(({ step }) => step);
};

const changeEdition = (
  change: Parameters<World["gateway"]["updateRecord"]>[2],
) => world.gateway.updateRecord("editions", world.edition, change);

test("a right set passes every station, and the rehearsal leaves nothing behind", async () => {
  const before = structuredClone(takeSnapshot(world.site));
  expect(await stuck()).toEqual([]);
  expect(takeSnapshot(world.site)).toEqual(before);
});

const changeRecordRights = async (): Promise<void> => {
  const app = world.apps.nominations;
  const { rights } = await world.client.app.getRecordAcl({ app });
  await world.client.app.updateRecordAcl({
    app,
    rights: rights.map((rule) => ({
      ...rule,
      entities: rule.entities.map((one) =>
        one.entity.code === "federation" ? { ...one, editable: false } : one,
      ),
    })) as never, // the client's type for writing lacks what reading returns
  });
};

const changeFieldRights = async (): Promise<void> => {
  const app = world.apps.nominations;
  const { rights } = await world.client.app.getFieldAcl({ app });
  await world.client.app.updateFieldAcl({ app, rights: rights.slice(1) });
};

const changeAppRights = async (): Promise<void> => {
  const app = world.apps.nominations;
  const { rights } = await world.client.app.getAppAcl({ app });
  await world.client.app.updateAppAcl({
    app,
    rights: rights.map((right) =>
      right.entity.code === "federation"
        ? { ...right, recordEditable: false }
        : right,
    ),
  });
};

/** Sends the first reminder of 募集回 to a group that nobody is in. */
const emptyReminder = async (): Promise<void> => {
  const app = world.apps.editions;
  const { client } = world;
  const { notifications, timezone } = await client.app.getReminderNotifications(
    { app },
  );
  const targets = [
    { entity: { type: "GROUP", code: "empty" }, includeSubs: false },
  ];
  await client.app.updateReminderNotifications({
    app,
    timezone,
    notifications: notifications.map((one, index) =>
      index === 0 ? { ...one, targets } : one,
    ) as never, // the client's type for writing lacks what reading returns
  });
};

const closeOrganization = async (): Promise<void> => {
  await world.directory.setUserOrganizations([
    { code: "minami", organizations: ["S01"] },
  ]);
  await world.transport.request("DELETE", "/v1/organizations", {
    codes: ["S02"],
  });
};

const removePlugin = async (): Promise<void> => {
  const store = world.site.store.apps.get(Number(world.apps.answers));
  if (store === undefined) throw new Error("No app");
  store.preview.settings.plugins = [];
};

const switchPluginOff = async (): Promise<void> => {
  const store = world.site.store.apps.get(Number(world.apps.nominations));
  if (store === undefined) throw new Error("No app");
  // kintone switches plugins off on its own page only.
  store.preview.settings.plugins = store.preview.settings.plugins.map(
    (plugin) => ({ ...plugin, enabled: false }),
  );
};

type Reminders = Awaited<
  ReturnType<World["client"]["app"]["getReminderNotifications"]>
>["notifications"];

const changeReminders =
  (change: (notifications: Reminders) => readonly object[]) =>
  async (): Promise<void> => {
    const app = world.apps.answers;
    const api = world.client.app;
    const { notifications, timezone } = await api.getReminderNotifications({
      app,
    });
    await api.updateReminderNotifications({
      app,
      timezone,
      notifications: change(notifications) as never, // the client's type for writing lacks what reading returns
    });
  };

const removeAction = async (): Promise<void> => {
  const app = world.apps.nominations;
  const { enable, states, actions } =
    await world.client.app.getProcessManagement({ app });
  await world.client.app.updateProcessManagement({
    app,
    enable,
    states,
    actions: actions?.slice(1),
  } as never); // the client's type for writing lacks what reading returns
};

const deactivateMember = (): Promise<unknown> =>
  world.transport.request("PUT", "/v1/users", {
    users: [{ code: "kita", valid: false }],
  });

const replaceForm = async (name: string, bytes: Uint8Array): Promise<void> => {
  const fileKey = await world.gateway.uploadFile({
    name,
    bytes: Uint8Array.from(bytes),
  });
  await changeEdition({ formFile: [{ fileKey }] });
};

const changeChecklist = (points: readonly number[]) =>
  changeEdition({
    checklist: points.map((itemPoints, index) => ({
      itemId: `A${index + 1}`,
      itemArea: "顧客満足度の向上",
      itemText: "予約を受け付けている",
      itemPoints,
    })),
  });

const anotherMap = JSON.stringify({
  version: 1,
  revision: 1,
  form: { fingerprint: "another", sheets: ["別のシート"] },
  cells: [{ sheet: "別のシート", cell: "A1", key: "sender.name" }],
  lists: [],
});

/** Each kind of break, and the one station that names it. */
const breakages: ReadonlyArray<
  readonly [kind: string, step: string, breakIt: () => Promise<unknown>]
> = [
  ["a right of an app", "rights", changeAppRights],
  ["a right of records", "rights", changeRecordRights],
  ["a right of a field", "rights", changeFieldRights],
  ["a reminder that reaches nobody", "notices", emptyReminder],
  [
    "a reminder that was taken away",
    "notices",
    changeReminders((all) => all.slice(1)),
  ],
  [
    "a reminder sent to a field that is still empty",
    "notices",
    changeReminders((all) =>
      all.map((one) => ({
        ...one,
        targets: [
          {
            entity: { type: "FIELD_ENTITY", code: "answeredBy" },
            includeSubs: false,
          },
        ],
      })),
    ),
  ],
  [
    "a reminder with a condition that nothing meets",
    "notices",
    changeReminders((all) =>
      all.map((one) => ({ ...one, filterCond: 'dueReason = "無い"' })),
    ),
  ],
  ["an action that was taken away", "rights", removeAction],
  ["a closed organisation", "organizations", closeOrganization],
  [
    "an organisation whose only member was deactivated",
    "organizations",
    deactivateMember,
  ],
  [
    "an organisation that everybody has left",
    "organizations",
    () =>
      world.directory.setUserOrganizations([
        { code: "kita", organizations: [] },
      ]),
  ],
  [
    "a map of another form",
    "form",
    () => changeEdition({ formMap: anotherMap }),
  ],
  [
    "another form with the same map",
    "form",
    () =>
      replaceForm(
        "fax.xlsx",
        readFileSync(blankFormPath("b05-fax-reply.xlsx")),
      ),
  ],
  [
    "a file that is no form",
    "form",
    () => replaceForm("form.xlsx", new TextEncoder().encode("no workbook")),
  ],
  ["a form without a map", "form", () => changeEdition({ formMap: "" })],
  ["a map that was cut", "form", () => changeEdition({ formMap: '{"cells"' })],
  [
    "points of which half are left",
    "score",
    () => changeChecklist([0.5, 0.5, 0.5]),
  ],
  ["a checklist without an item", "score", () => changeChecklist([])],
  [
    "a checklist that cannot reach the threshold",
    "score",
    () => changeEdition({ threshold: 3 }),
  ],
  [
    "an order of dates that cannot be kept",
    "dates",
    () => changeEdition({ registerDate: "2026-07-20" }),
  ],
  [
    "the last date before the first one",
    "dates",
    () => changeEdition({ caseDate: "2026-07-01" }),
  ],
  [
    "a date that is missing",
    "dates",
    () => changeEdition({ registerDate: null }),
  ],
  ["an app without the plugin", "plugin", removePlugin],
  ["an app with the plugin switched off", "plugin", switchPluginOff],
];

test.each(breakages)(
  "%s is named by the rehearsal at the station %s and at no other",
  async (_kind, step, breakIt) => {
    await breakIt();
    expect(await stuck()).toEqual([step]);
  },
);
