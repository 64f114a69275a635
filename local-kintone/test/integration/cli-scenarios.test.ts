import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { cliFolder, csv } from "../support/cli-kintone.ts";
import type { CliFolder, Run } from "../support/cli-kintone.ts";
import { startCliSite } from "../support/cli-site.ts";
import type { CliSite } from "../support/cli-site.ts";
import { field } from "../support/form-probes.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Checks that Cybozu runs with its command line client on a real site, in our words:
 * kintone/cli-kintone, features/record/{common,export,import,delete}.feature (2026). The client
 * is the published one, unmodified. Where the client alone decides (unknown options, encodings,
 * files that are not there) docs/suites.md says so and nothing is repeated here.
 */

type Row = Record<string, string>;

let it: ClientSite;
let folder: CliFolder;
let app: number;
let other: number;
let draft: number;
let guest: number;
let guestSpace: string;
let inSpace: number;

const ROWS = [
  { Text: "Alice", Number: "10" },
  { Text: "Bob", Number: "20" },
  { Text: "Jenny", Number: "30" },
];

const tokenOf = async (of: number, ...rights: string[]): Promise<string> =>
  String((await it.control("POST", "tokens", { app: of, rights })).token);

beforeAll(async () => {
  const site: CliSite = await startCliSite();
  ({ it, app, other, draft, guest, guestSpace, inSpace } = site);
  folder = cliFolder();
});
afterAll(async () => {
  folder.remove();
  await it.close();
});

const add = async (to: number, rows: readonly Row[] = ROWS) => {
  const place = to === guest ? `/k/guest/${guestSpace}/v1` : "/k/v1";
  const { body } = await it.call("POST", `${place}/records.json`, {
    app: to,
    records: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([code, value]) => [code, { value }]),
      ),
    ),
  });
  return body.ids as string[];
};
const kept = (of: number) => [...it.site.store.records(of).values()];
const valuesOf = (of: number, code: string) =>
  kept(of).map(({ values }) => values[code]);

beforeEach(() => {
  for (const of of [app, other, inSpace, guest])
    for (const { id } of kept(of)) it.site.store.removeRecord(of, id);
});

const record = (verb: string, of: number, ...args: string[]): Promise<Run> =>
  folder.run(
    ...["record", verb, "--base-url", it.baseUrl, "--app", String(of)],
    ...args,
  );
const byToken = async (of: number, ...rights: string[]) => [
  "--api-token",
  await tokenOf(of, ...rights),
];
const byUser = (code: string) => ["--username", code, "--password", code];
const expectRefusal = (run: Run, sentence: string | RegExp) => {
  expect(run.code).not.toBe(0);
  expect(run.said).toMatch(sentence);
};
const expectDone = (run: Run) => expect(run.code, run.said).toBe(0);
const rowsFile = () =>
  folder.file(
    "rows.csv",
    csv(["Text", "Number"], ...ROWS.map((row) => [row.Text, row.Number])),
  );

const UNKNOWN_TOKEN =
  /\[400\] \[GAIA_IA02\] The specified API token does not match the API token generated via an app\./;
const DUPLICATE =
  /\[400\] \[GAIA_DA03\] You cannot specify a duplicate API token for the same app\./;
const NO_TOKEN_RIGHT =
  /\[403\] \[GAIA_NO01\] Using this API token, you cannot run the specified API\./;
const NO_RIGHT = /\[403\] \[CB_NO02\] No privilege to proceed\./;
const WRONG_PASSWORD = /\[401\] \[CB_WA01\] Password authentication failed\./;

describe("whoever asks", () => {
  test("for an app that is not there is told so", async () => {
    expectRefusal(
      await record("export", 99999, ...byUser("Administrator")),
      /\[404\] \[GAIA_AP01\] The app \(ID: 99999\) not found\. The app may have been deleted\./,
    );
  });
  // Since version 1.19 the client itself asks for credentials; the recorded answer is asked for bare.
  test("without credentials is asked to log in", async () => {
    expectRefusal(await record("export", app), /Authentication required/);
    const answer = await it.ask(`/k/v1/records.json?app=${app}`, {
      login: null,
      headers: { "Accept-Language": "en" },
    });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: "CB_AU01", message: "Please login." },
    });
  });
  test("for an app of a guest space outside of it is told the option", async () => {
    expectRefusal(
      await record("export", guest, ...byUser("Administrator")),
      /Please specify --guest-space-id option/,
    );
  });
  test("with an unknown token is refused", async () => {
    expectRefusal(
      await record("export", app, "--api-token", "abc"),
      UNKNOWN_TOKEN,
    );
  });
  test.each([
    ["an unknown user", ["--username", "abc", "--password", "abc"]],
    ["a wrong password", ["--username", "viewer", "--password", "abc"]],
  ])("with %s is refused", async (_title, args) => {
    expectRefusal(await record("export", app, ...args), WRONG_PASSWORD);
  });
});

const verbs: Array<[string, string[], string[]]> = [
  ["export", ["view"], []],
  ["import", ["add"], ["--file-path", "rows.csv"]],
  ["delete", ["view", "delete"], ["--yes"]],
];

describe.each(verbs)("tokens that %s", (verb, rights, args) => {
  beforeEach(() => {
    rowsFile();
  });
  test("are of an app that was never deployed", async () => {
    const token = await byToken(draft, ...rights);
    expectRefusal(await record(verb, draft, ...token, ...args), UNKNOWN_TOKEN);
  });
  test("are two of one app", async () => {
    const tokens = [
      await tokenOf(app, ...rights),
      await tokenOf(app, "view", "add", "delete"),
    ];
    const given = ["--api-token", tokens.join(",")];
    expectRefusal(await record(verb, app, ...given, ...args), DUPLICATE);
  });
  test("are one good and one unknown", async () => {
    const given = ["--api-token", `${await tokenOf(app, ...rights)},unknown`];
    expectRefusal(await record(verb, app, ...given, ...args), UNKNOWN_TOKEN);
  });
  test("are of two apps", async () => {
    if (verb !== "import") await add(app);
    const tokens = [
      await tokenOf(app, ...rights),
      await tokenOf(other, "view"),
    ];
    const given = ["--api-token", tokens.join(",")];
    expectDone(await record(verb, app, ...given, ...args));
    expect(kept(app)).toHaveLength(verb === "delete" ? 0 : 3);
  });
  test("may do something else only", async () => {
    const wrong = verb === "export" ? "add" : "view";
    const token = await byToken(app, wrong);
    if (verb === "delete") await add(app);
    expectRefusal(await record(verb, app, ...token, ...args), NO_TOKEN_RIGHT);
  });
  test("are of an app in a space", async () => {
    if (verb !== "import") await add(inSpace);
    const token = await byToken(inSpace, ...rights);
    expectDone(await record(verb, inSpace, ...token, ...args));
    expect(kept(inSpace)).toHaveLength(verb === "delete" ? 0 : 3);
  });
  test("are of an app in a guest space", async () => {
    if (verb !== "import") await add(guest);
    const token = await byToken(guest, ...rights);
    const place = ["--guest-space-id", guestSpace];
    expectDone(await record(verb, guest, ...token, ...place, ...args));
    expect(kept(guest)).toHaveLength(verb === "delete" ? 0 : 3);
  });
  test.each(["1", "9999999999999999999"])(
    "are used in the guest space %s, which is another or none",
    async (space) => {
      const token = await byToken(guest, ...rights);
      const place = ["--guest-space-id", space];
      expectRefusal(
        await record(verb, guest, ...token, ...place, ...args),
        NO_RIGHT,
      );
    },
  );
});

describe("export", () => {
  const exported = async (...args: string[]) =>
    record("export", app, ...(await byToken(app, "view")), ...args);
  const plain = ["--fields", "Text,Number"];

  test.each([
    ["a token", async () => byToken(app, "view")],
    ["a user", async () => byUser("viewer")],
    ["a user by short options", async () => ["-u", "viewer", "-p", "viewer"]],
    [
      "a user, whatever token stands beside",
      async () => ["--api-token", "unknown", ...byUser("viewer")],
    ],
  ])("by %s gives every record", async (_title, login) => {
    await add(app);
    const run = await record("export", app, ...(await login()), ...plain);
    expectDone(run);
    for (const { Text, Number } of ROWS)
      expect(run.out).toContain(`"${Text}","${Number}"`);
  });
  test("by a user who may only add is refused", async () => {
    expectRefusal(await record("export", app, ...byUser("adder")), NO_RIGHT);
  });
  test.each(["--condition", "-c"])("%s chooses", async (option) => {
    await add(app);
    const run = await exported(option, "Number>=20", ...plain);
    expect(run.out).toBe(
      csv(["Text", "Number"], ["Bob", "20"], ["Jenny", "30"]),
    );
  });
  test("in an order", async () => {
    await add(app);
    const run = await exported("--order-by", "Number asc", ...plain);
    expect(run.out).toBe(
      csv(["Text", "Number"], ...ROWS.map((it_) => [it_.Text, it_.Number])),
    );
  });
  test.each([
    ["--condition", "Unknown_Field>=20"],
    ["--order-by", "Unknown_Field desc"],
  ])("%s %s is refused", async (option, value) => {
    expectRefusal(
      await exported(option, value),
      /\[400\] \[GAIA_IQ11\] Specified field \(Unknown_Field\) not found\./,
    );
  });
  test("of chosen fields has these alone", async () => {
    await add(app, ROWS.slice(0, 1));
    expect((await exported("--fields", "Number")).out).toBe(
      csv(["Number"], ["10"]),
    );
    expect((await exported("--fields", "Record_number,Number")).out).toMatch(
      /^"Record_number","Number"\n"\d+","10"\n$/,
    );
  });
  test("of a field that is not there is refused", async () => {
    expectRefusal(
      await exported("--fields", "Number,Nothing"),
      /The specified field "Nothing" does not exist on the app/,
    );
  });
  test("of a column is refused, of its table is not", async () => {
    expectRefusal(
      await exported("--fields", "Item"),
      /The field in a Table cannot be specified to the fields option \("Item"\)/,
    );
    await it.client.record.addRecord({
      app,
      record: {
        Table: {
          value: [{ value: { Item: { value: "pen" }, Count: { value: "2" } } }],
        },
      },
    });
    const run = await exported("--fields", "Table");
    expect(run.out).toMatch(/\*,"\d+","pen","2"/);
  });
  test("of no records is the head alone", async () => {
    const run = await exported();
    expectDone(run);
    expect(run.out).toMatch(/^\*,"Record_number","Text","Number"/);
    expect(run.out.trim().split("\n")).toHaveLength(1);
  });
  test("fetches attachments, several of a record, into a new folder", async () => {
    const keys = [
      await it.upload(new TextEncoder().encode("123"), "a.txt"),
      await it.upload(Uint8Array.of(0, 255, 1), "b.png"),
    ];
    const { id } = await it.client.record.addRecord({
      app,
      record: {
        Text: { value: "Alice" },
        Attachment: { value: keys.map((fileKey) => ({ fileKey })) },
      },
    });
    const run = await exported("--attachments-dir", "fetched");
    expectDone(run);
    expect(run.out).toContain(`Attachment-${id}/a.txt\nAttachment-${id}/b.png`);
    const read = (name: string) =>
      readFileSync(join(folder.path, "fetched", `Attachment-${id}`, name));
    expect(read("a.txt").toString()).toBe("123");
    expect([...read("b.png")]).toEqual([0, 255, 1]);
  });
});

describe("import", () => {
  const imported = async (rights: string[], ...args: string[]) =>
    record("import", app, ...(await byToken(app, ...rights)), ...args);

  test.each([
    ["a token that may add", async () => byToken(app, "add")],
    ["a user who may add", async () => byUser("adder")],
    ["a user by short options", async () => ["-u", "adder", "-p", "adder"]],
    [
      "a user, whatever token stands beside",
      async () => ["--api-token", "unknown", ...byUser("adder")],
    ],
  ])("by %s adds every row", async (_title, login) => {
    const args = ["--file-path", rowsFile()];
    expectDone(await record("import", app, ...(await login()), ...args));
    expect(valuesOf(app, "Text")).toEqual(["Alice", "Bob", "Jenny"]);
  });
  test("by a user who may only look is refused", async () => {
    const args = ["--file-path", rowsFile()];
    expectRefusal(
      await record("import", app, ...byUser("viewer"), ...args),
      NO_RIGHT,
    );
  });
  test("by key needs more than the right to add", async () => {
    const args = ["--file-path", rowsFile(), "--update-key", "Text"];
    expectRefusal(await imported(["add"], ...args), NO_TOKEN_RIGHT);
  });
  test("sends attachments from a folder", async () => {
    folder.file("att/one.txt", "123");
    folder.file("att/two.txt", "abc");
    const name = folder.file(
      "att.csv",
      csv(
        ["Text", "Attachment", "Attachment_0"],
        ["Alice", "one.txt\ntwo.txt", "two.txt"],
      ),
    );
    const args = ["--attachments-dir", "att", "--file-path", name];
    expectDone(await imported(["add"], ...args));
    expect(valuesOf(app, "Attachment")).toMatchObject([
      [{ name: "one.txt" }, { name: "two.txt" }],
    ]);
    expect(valuesOf(app, "Attachment_0")).toMatchObject([
      [{ name: "two.txt" }],
    ]);
  });
  test("takes attachments away by key", async () => {
    const fileKey = await it.upload(new TextEncoder().encode("1"), "a.txt");
    await it.client.record.addRecord({
      app,
      record: {
        Text: { value: "Alice" },
        Attachment: { value: [{ fileKey }] },
      },
    });
    const name = folder.file(
      "none.csv",
      csv(["Text", "Attachment"], ["Alice", ""]),
    );
    expectDone(
      await imported(
        ["view", "add", "edit"],
        ...["--attachments-dir", ".", "--update-key", "Text"],
        ...["--file-path", name],
      ),
    );
    expect(valuesOf(app, "Attachment")).toEqual([[]]);
  });
  test.each([
    ["Record_number", (ids: string[]) => [ids[0] ?? "", "Lisa", "40"]],
    ["Text", () => ["", "Alice", "40"]],
    ["Number", () => ["", "Lisa", "10"]],
  ])("by the key %s changes one and adds one", async (key, rowOf) => {
    const ids = await add(app, ROWS.slice(0, 1));
    const name = folder.file(
      "upsert.csv",
      csv(["Record_number", "Text", "Number"], rowOf(ids), ["", "New", "99"]),
    );
    const rights = ["view", "add", "edit"];
    expectDone(
      await imported(rights, "--update-key", key, "--file-path", name),
    );
    const [changed, added] = kept(app);
    expect(String(changed?.id)).toBe(ids[0]);
    expect([changed?.values.Text, changed?.values.Number]).toEqual(
      rowOf(ids).slice(1),
    );
    expect(added?.values).toMatchObject({ Text: "New", Number: "99" });
  });
  test.each([
    ["Plain", /update key field should set to unique/],
    ["PlainNumber", /update key field should set to unique/],
    ["Date", /unsupported field type for update key/],
  ])("by the key %s is refused", async (key, sentence) => {
    const name = folder.file("key.csv", csv([key, "Number"], ["1", "2"]));
    const rights = ["view", "add", "edit"];
    expectRefusal(
      await imported(rights, "--update-key", key, "--file-path", name),
      sentence,
    );
  });
  test("of chosen fields leaves the others empty", async () => {
    const args = ["--file-path", rowsFile()];
    expectDone(await imported(["add"], "--fields", "Text", ...args));
    expect(valuesOf(app, "Number")).toEqual(["", "", ""]);
  });
  test("of a table gathers rows to records", async () => {
    const name = folder.file(
      "table.csv",
      '*,"Text","Table","Item","Count"\n*,"Alice","1","pen","2"\n,"Alice","2","ink","3"\n*,"Bob","3","cap","4"\n',
    );
    expectDone(await imported(["add"], "--file-path", name));
    expect(valuesOf(app, "Table")).toMatchObject([
      [{ value: { Item: "pen" } }, { value: { Item: "ink" } }],
      [{ value: { Item: "cap" } }],
    ]);
  });
  test("without a value that is required is refused", async () => {
    const strict = await it.liveApp("strict", {
      ...field("Text", "SINGLE_LINE_TEXT"),
      ...field("Number", "NUMBER", { required: true }),
    });
    const name = folder.file(
      "required.csv",
      csv(["Text", "Number"], ["Alice", "1"], ["Bob", ""]),
    );
    const token = await byToken(strict, "add");
    expectRefusal(
      await record("import", strict, ...token, "--file-path", name),
      /\[400\] \[CB_VA01\] Missing or invalid input\./,
    );
  });
});

describe("delete", () => {
  const removed = async (...args: string[]) =>
    record("delete", app, ...(await byToken(app, "view", "delete")), ...args);

  test.each([
    ["a long word", ["--yes"]],
    ["a short one", ["-y"]],
    ["a user beside the token", [...byUser("adder"), "--yes"]],
  ])("agreed to by %s takes all away", async (_title, args) => {
    await add(app);
    expectDone(await removed(...args));
    expect(kept(app)).toEqual([]);
  });
  test("by a user alone is not offered", async () => {
    expectRefusal(
      await record("delete", app, ...byUser("Administrator"), "--yes"),
      /API token|api-token/,
    );
  });
  test("takes away what a file names", async () => {
    const ids = await add(app);
    const name = folder.file(
      "gone.csv",
      csv(["Record_number"], [ids[0] ?? ""], [ids[1] ?? ""]),
    );
    expectDone(await removed("--yes", "--file-path", name));
    expect(valuesOf(app, "Text")).toEqual(["Jenny"]);
  });
  test("takes away by app code and number, by number alone, and by no other code", async () => {
    await it.control("PUT", "apps", { app, code: "MyApp" });
    const ids = await add(app);
    const file = (...numbers: string[]) =>
      folder.file(
        "coded.csv",
        csv(["Record_number"], ...numbers.map((number) => [number])),
      );
    expectDone(await removed("--yes", "--file-path", file(`MyApp-${ids[0]}`)));
    expectDone(await removed("--yes", "--file-path", file(ids[1] ?? "")));
    expect(valuesOf(app, "Text")).toEqual(["Jenny"]);
    expectRefusal(
      await removed("--yes", "--file-path", file("Nobody-1")),
      /Invalid record number\. ID: Nobody-1/,
    );
    await it.control("PUT", "apps", { app, code: "" });
  });
  test("of a record that is not there is refused", async () => {
    const name = folder.file("none.csv", csv(["Record_number"], ["0"]));
    expectRefusal(
      await removed("--yes", "--file-path", name),
      /Not exists record number\. ID: 0/,
    );
  });
  test("of nothing says so and ends well", async () => {
    const run = await removed("--yes");
    expectDone(run);
    expect(run.said).toContain("The specified app does not have any records.");
  });
  test.each([
    ["Y", 0, "answerAlone"],
    ["N", 3, "answer"],
    ["abc", 3, "answer"],
    ["", 3, "answer"],
  ] as const)("asked and answered «%s» leaves %i records", async (...row) => {
    const [typed, left, way] = row;
    await add(app);
    const run = await folder[way](
      typed,
      ...["record", "delete", "--base-url", it.baseUrl, "--app", String(app)],
      ...(await byToken(app, "view", "delete")),
    );
    expectDone(run);
    expect(kept(app)).toHaveLength(left);
  });
});

describe("customize", () => {
  const customize = (verb: string, of: number, ...args: string[]) =>
    folder.run(
      ...["customize", verb, "--base-url", it.baseUrl, "--app", String(of)],
      ...byUser("Administrator"),
      ...args,
    );
  const manifest = () => {
    folder.file("own/sample.js", "1");
    const own = { js: ["own/sample.js"], css: [] };
    return folder.file(
      "customize.json",
      JSON.stringify({
        scope: "ALL",
        desktop: own,
        mobile: { js: [], css: [] },
      }),
    );
  };
  test("is applied and comes back, in a guest space too", async () => {
    for (const [of, place] of [
      [app, []],
      [guest, ["--guest-space-id", guestSpace]],
    ] as const) {
      expectDone(
        await customize("apply", of, "--input", manifest(), "--yes", ...place),
      );
      rmSync(join(folder.path, "back"), { recursive: true, force: true });
      expectDone(
        await customize(
          ...(["export", of, "--output", "back/customize.json"] as const),
          ...["--yes", ...place],
        ),
      );
      expect(existsSync(join(folder.path, "back/desktop/js/sample.js"))).toBe(
        true,
      );
    }
  });
  test.each(["apply", "export"])(
    "%s of an app that is not there is refused",
    async (verb) => {
      const args = verb === "apply" ? ["--input", manifest()] : [];
      expectRefusal(
        await customize(verb, 99_999_999, ...args, "--yes"),
        /GAIA_AP01/,
      );
    },
  );
});
