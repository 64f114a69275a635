import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const command = [
  join(root, "scripts/run-source.mjs"),
  "local-kintone/src/main.ts",
];

let dir: string;
const running = new Set<ChildProcess>();
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "local-kintone-"));
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  rmSync(dir, { recursive: true, force: true });
});

type Started = {
  child: ChildProcess;
  baseUrl: string;
  ended: Promise<number | null>;
};

/** The command as a user starts it, without the wrapper that would survive a kill. */
const start = async (...args: string[]): Promise<Started> => {
  const child = spawn(
    process.execPath,
    [...command, "--port", "0", "--json", ...args],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  running.add(child);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    void ended.then((code) => reject(new Error(`ended with ${code}`)));
  });
  const { baseUrl } = JSON.parse(line) as { baseUrl: string };
  return { child, baseUrl, ended };
};

const clientOf = (baseUrl: string) =>
  new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  });

const deployed = async (client: KintoneRestAPIClient, app: string) => {
  await client.app.deployApp({ apps: [{ app }] });
  await expect
    .poll(
      async () =>
        (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status,
    )
    .toBe("SUCCESS");
};

describe("--data DIR", () => {
  test("loses nothing that was acknowledged when the process is killed between two requests", async () => {
    const first = await start("--data", dir);
    const client = clientOf(first.baseUrl);
    const { app } = await client.app.addApp({ name: "案件" });
    await client.app.addFormFields({
      app,
      properties: {
        n: { type: "NUMBER", code: "n", label: "n", unique: true },
        f: { type: "FILE", code: "f", label: "f" },
      },
    } as never);
    await deployed(client, app);
    const { fileKey } = await client.file.uploadFile({
      file: { name: "添付.txt", data: "中身" },
    });
    await client.record.addRecord({
      app,
      record: { n: { value: 0 }, f: { value: [{ fileKey }] } },
    });

    let acknowledged = 0;
    const writing = (async () => {
      for (let n = 1; ; n += 1) {
        await client.record.addRecord({ app, record: { n: { value: n } } });
        acknowledged = n;
      }
    })().catch(() => undefined);
    await expect.poll(() => acknowledged, { interval: 5 }).toBeGreaterThan(20);
    first.child.kill("SIGKILL");
    await first.ended;
    await writing;

    const second = await start("--data", dir);
    const again = clientOf(second.baseUrl);
    const records = await again.record.getAllRecords({
      app,
      orderBy: "$id asc",
    });
    const numbers = records.map((record) => Number(record.n?.value));
    expect(numbers.length).toBeGreaterThanOrEqual(acknowledged + 1);
    // At most the one that was on its way when the process died.
    expect(numbers.length).toBeLessThanOrEqual(acknowledged + 2);
    expect(numbers).toEqual(numbers.map((_, i) => i));
    const [file] = records[0]?.f?.value as Array<{
      fileKey: string;
      name: string;
    }>;
    expect(file?.name).toBe("添付.txt");
    const bytes = await again.file.downloadFile({
      fileKey: file?.fileKey ?? "",
    });
    expect(new TextDecoder().decode(bytes)).toBe("中身");
    const { id } = await again.record.addRecord({
      app,
      record: { n: { value: 99_999 } },
    });
    expect(Number(id)).toBe(numbers.length + 1);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });

  test("carries out a deploy that was accepted before the kill", async () => {
    const first = await start("--data", dir);
    const client = clientOf(first.baseUrl);
    const { app } = await client.app.addApp({ name: "x" });
    await client.app.deployApp({ apps: [{ app }] });
    first.child.kill("SIGKILL");
    await first.ended;
    const second = await start("--data", dir);
    await expect
      .poll(async () =>
        clientOf(second.baseUrl)
          .app.getApp({ id: app })
          .then(
            ({ name }) => name,
            () => null,
          ),
      )
      .toBe("x");
  });
});

describe("the command", () => {
  test("starts its clock on the day it is told", async () => {
    const { baseUrl } = await start("--today", "2022-07-20");
    const response = await fetch(`${baseUrl}/_local/clock`);
    expect(await response.json()).toMatchObject({
      now: expect.stringMatching(/^2022-07-20T00:00:\d\d/),
    });
  });

  test.each([
    ["--today", "20 July"],
    ["--port", "http"],
    ["--colour", "red"],
  ])("%s %s ends with an error", async (...args) => {
    await expect(start(...args)).rejects.toThrow("ended with 1");
  });

  test("a port in use ends with an error", async () => {
    const server = createServer();
    await new Promise<void>((resolve) =>
      server.listen(0, "localhost", resolve),
    );
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    await expect(start("--port", port)).rejects.toThrow("ended with 1");
    server.close();
  });
});
