import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";

const runner = fileURLToPath(
  new URL("../../scripts/run-source.mjs", import.meta.url),
);

type Outcome = { code: number; out: string; err: string };

let site: Site;
let server: RunningServer;
let folder = "";
beforeEach(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
  folder = await mkdtemp(join(tmpdir(), "suisen-command-"));
});
afterEach(async () => {
  await server.close();
  site.close();
  await rm(folder, { recursive: true });
});

const run = (
  args: string[],
  environment: Record<string, string> = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    const { PATH = "" } = process.env;
    const env = {
      PATH,
      LANG: "ja_JP.UTF-8",
      KINTONE_BASE_URL: server.baseUrl,
      KINTONE_USERNAME: "Administrator",
      KINTONE_PASSWORD: "Administrator",
      ...environment,
    };
    execFile(
      process.execPath,
      [runner, "scripts/provision.ts", ...args],
      { cwd: folder, env },
      (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe("npm run provision", () => {
  test("with --plan it prints the plan and changes nothing", async () => {
    const { code, out } = await run(["--plan"]);
    expect(code).toBe(0);
    expect(out).toContain("次の順に設定します：");
    expect(out).toContain("推薦案件：プロセス管理を設定");
    expect(site.store.apps.size).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  test("applies with progress, and the second time says that nothing is to do", async () => {
    const first = await run([]);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/\[\d+\/\d+\] 設定を公開（.+）\n完了しました。/u);
    expect(site.store.apps.size).toBe(5);
    const second = await run([]);
    expect(second).toMatchObject({
      code: 0,
      out: "変更はありません。すでに設定どおりです。\n",
    });
  });

  test("an edition with the sample checklist is offered once, and never beside another", async () => {
    const first = await run(["--sample-edition"]);
    expect(first.out).toMatch(
      /募集回：「クラウド実践大賞 \d{4}」を準備中で登録（サンプルのチェックシート 20項目）/u,
    );
    const second = await run(["--sample-edition"]);
    expect(second.out).toBe("変更はありません。すでに設定どおりです。\n");
  });

  test("speaks English where the terminal does", async () => {
    const { out } = await run(["--plan"], { LANG: "en_US.UTF-8" });
    expect(out).toContain("推薦案件: set process management");
  });

  test.each([
    [["--purge"], {}, "--purge"],
    [[], { KINTONE_PASSWORD: "" }, "KINTONE_PASSWORD"],
    [[], { KINTONE_PASSWORD: "wrong" }, "ログインできません"],
    [["--plugin", "nowhere.zip"], {}, "nowhere.zip"],
  ])("%j with %j ends with 1 and a sentence", async (args, env, part) => {
    const { code, err } = await run(args, env);
    expect(code).toBe(1);
    expect(err).toContain(part);
    expect(err).not.toContain("    at ");
  });
});
