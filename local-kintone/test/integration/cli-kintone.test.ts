import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cliFolder, csv } from "../support/cli-kintone.ts";
import type { CliFolder, Run } from "../support/cli-kintone.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/** One field with the choices `a` and `b`. */
const choice = (code: string, type: string) => ({
  [code]: {
    type,
    code,
    label: code,
    options: { a: { label: "a", index: 0 }, b: { label: "b", index: 1 } },
  },
});
const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});
const form = {
  ...field("key", "SINGLE_LINE_TEXT", { unique: true, required: true }),
  ...field("n", "NUMBER", { maxValue: "100000" }),
  ...field("memo", "MULTI_LINE_TEXT"),
  ...choice("marks", "CHECK_BOX"),
  ...field("file", "FILE"),
  ...field("users", "USER_SELECT"),
  ...field("table", "SUBTABLE", {
    fields: {
      ...field("item", "SINGLE_LINE_TEXT"),
      ...field("inner", "FILE"),
    },
  }),
};

describe("cli-kintone", () => {
  let it: ClientSite;
  let folder: CliFolder;
  let guestSpace: string;
  /** Options that name an app and say who asks, by where the app is. */
  const places: Record<string, { app: number; options: string[] }> = {};
  const password = ["-u", "Administrator", "-p", "Administrator"];

  const run = (...args: string[]): Promise<Run> =>
    folder.run(...args, "--base-url", it.baseUrl);
  const record = (place: string, verb: string, ...args: string[]) => {
    const { app, options } = places[place] ?? { app: 0, options: [] };
    return run("record", verb, "--app", String(app), ...options, ...args);
  };
  const tokenOf = async (app: number) => {
    const { token } = await it.control("POST", "tokens", {
      app,
      rights: ["view", "add", "edit", "delete"],
    });
    return ["--api-token", String(token)];
  };

  const addGuestApp = async (): Promise<number> => {
    const path = (rest: string) => `/k/guest/${guestSpace}/v1/preview/${rest}`;
    const post = (rest: string, body: object) =>
      it.call("POST", path(rest), body);
    const { body } = await post("app.json", { name: "guest" });
    const app = Number(body.app);
    await post("app/form/fields.json", { app, properties: form });
    await post("app/deploy.json", { apps: [{ app }] });
    await vi.waitUntil(async () => {
      const { apps } = (await it.ask(path(`app/deploy.json?apps[0]=${app}`)))
        .body;
      return (apps as Array<{ status: string }>)[0]?.status === "SUCCESS";
    });
    return app;
  };

  beforeAll(async () => {
    it = await startWithClient();
    it.addUser("sato");
    it.addUser("suzuki");
    folder = cliFolder();
    const app = await it.liveApp("cli", form);
    const { id } = await it.control("POST", "spaces", {
      name: "guests",
      isGuest: true,
    });
    guestSpace = String(id);
    const guest = await addGuestApp();
    const inside = ["--guest-space-id", guestSpace];
    places["an app"] = { app, options: password };
    places["a guest space, by token"] = {
      app: guest,
      options: [...inside, ...(await tokenOf(guest))],
    };
  });
  afterAll(async () => {
    folder.remove();
    await it.close();
  });

  test.each(["an app", "a guest space, by token"])(
    "takes records with tables, files and users to %s and back",
    async (place) => {
      folder.file("files/a.txt", "内容");
      folder.file("files/b.txt", "inner");
      const head = ["*", "key", "n", "memo", "marks", "file", "users"];
      const table = ["table", "item", "inner"];
      const one = ["K1", "1.5", 'a\n"b",', "a\nb", "a.txt", "sato\nsuzuki"];
      const name = folder.file(
        "in.csv",
        csv(
          [...head, ...table],
          ["*", ...one, "", "first", "b.txt"],
          ["", ...one, "", "second", ""],
          ["*", "K2", "", "", "", "", "", "", "", ""],
        ),
      );
      const files = ["--attachments-dir", "files"];
      const imported = await record(
        place,
        "import",
        "--file-path",
        name,
        ...files,
      );
      expect(imported.said).toContain("Imported 2 records successfully");
      const out = `out-${places[place]?.app}`;
      const { out: text } = await record(
        place,
        "export",
        "--attachments-dir",
        out,
        "--fields",
        "key,n,memo,marks,file,users,table",
        "--order-by",
        "key asc",
      );
      const rows = text.split('\n"').length;
      expect(rows).toBeGreaterThan(1);
      expect(text).toContain(`"1.5","a\n""b"",","a\nb"`);
      expect(text).toContain('"sato\nsuzuki"');
      expect(text).toMatch(/"first","inner-\d+-0\/b\.txt"/u);
      const [, path = ""] = /"(file-\d+\/a\.txt)"/u.exec(text) ?? [];
      expect(readFileSync(join(folder.path, out, path), "utf8")).toBe("内容");
    },
  );

  test("updates and adds by key, in Shift_JIS, the chosen fields only", async () => {
    const content = csv(["key", "n", "memo"], ["K1", "7", ""], ["K3", "8", ""]);
    const name = folder.file("update.csv", content);
    const { said } = await record(
      "an app",
      "import",
      ...["--file-path", name, "--update-key", "key", "--encoding", "sjis"],
      ...["--fields", "key,n"],
    );
    expect(said).toContain("Imported 2 records successfully");
    const { out } = await record(
      "an app",
      "export",
      ...["--fields", "key,n", "--order-by", "key asc"],
    );
    expect(out).toBe(csv(["key", "n"], ["K1", "7"], ["K2", ""], ["K3", "8"]));
  });

  test("names the row that is wrong among 2,500, and two thousand are kept", async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [
      `B${i}`,
      String(i === 2250 ? 100_001 : i),
    ]);
    const name = folder.file("many.csv", csv(["key", "n"], ...rows));
    const { code, said } = await record(
      "an app",
      "import",
      "--file-path",
      name,
    );
    expect(code).toBe(1);
    expect(said).toContain("Imported 2000 of 2500 records successfully");
    expect(said).toContain("An error occurred on n at row 2252.");
  });

  test("deletes what a file names, then the rest", async () => {
    const { app } = places["an app"] ?? { app: 0 };
    const token = await tokenOf(app);
    const gone = async (...args: string[]) =>
      (
        await run(
          ...["record", "delete", "--app", String(app), "--yes"],
          ...token,
          ...args,
        )
      ).said;
    const name = folder.file("delete.csv", csv(["レコード番号"], ["1"], ["2"]));
    expect(await gone("--file-path", name)).toContain("2 records are deleted");
    expect(await gone()).toContain("records are deleted successfully");
    expect(it.site.store.records(app).size).toBe(0);
  });

  test("packs, inspects, installs and updates a plugin", async () => {
    const pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    folder.file("plugin/icon.png", Buffer.from(pixel, "base64"));
    folder.file("plugin/desktop.js", "1");
    const pack = (version: number) => {
      const manifest = {
        manifest_version: 1,
        version,
        type: "APP",
        name: { en: "packed" },
        icon: "icon.png",
        desktop: { js: ["desktop.js"] },
      };
      folder.file("plugin/manifest.json", JSON.stringify(manifest));
      const output = `v${version}.zip`;
      return plain(
        ...["plugin", "pack", "-i", "plugin/manifest.json", "-o", output],
        ...["--private-key", "key.ppk"],
      );
    };
    const plain = async (...args: string[]): Promise<string> => {
      const { code, out, said } = await folder.run(...args);
      expect(code, said).toBe(0);
      return out;
    };
    await plain("plugin", "keygen", "-o", "key.ppk");
    for (const version of [1, 2]) {
      await pack(version);
      const { said } = await run(
        ...["plugin", "upload", "-i", `v${version}.zip`, "--yes"],
        ...password,
      );
      expect(said).toContain("Plugin is installed successfully.");
    }
    const info = JSON.parse(
      await plain("plugin", "info", "-i", "v2.zip", "--format", "json"),
    ) as { id: string };
    const { plugins } = await it.client.plugin.getPlugins({});
    expect(plugins).toMatchObject([{ id: info.id, version: "2" }]);
  });

  test("applies a customisation and exports the same one", async () => {
    const { app } = places["an app"] ?? { app: 0 };
    folder.file("own.js", "1");
    const manifest = {
      scope: "ALL",
      desktop: { js: ["https://example.com/a.js", "own.js"], css: [] },
      mobile: { js: [], css: [] },
    };
    folder.file("manifest.json", JSON.stringify(manifest));
    const customize = (...args: string[]) =>
      run("customize", ...args, "--app", String(app), "--yes", ...password);
    const applied = await customize("apply", "-i", "manifest.json");
    expect(applied.said).toContain("Setting has been deployed!");
    await customize("export", "-o", "exported/manifest.json");
    const read = (name: string) =>
      readFileSync(join(folder.path, "exported", name), "utf8");
    expect(JSON.parse(read("manifest.json"))).toEqual({
      ...manifest,
      desktop: {
        js: ["https://example.com/a.js", "desktop/js/own.js"],
        css: [],
      },
    });
    expect(read("desktop/js/own.js")).toBe("1");
  });
});
