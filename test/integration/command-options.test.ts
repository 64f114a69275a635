import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>; // npm's own format
};

/** Commands whose names other people's scripts rely on. */
const COMMANDS = [
  "start",
  "test",
  "build",
  "kintone",
  "provision",
  "report",
  "types",
  "bench",
  "dev",
  "check",
  "release",
  "probe",
  "programme",
];

type Outcome = { code: number; out: string; err: string };

/** Runs a command of package.json as npm does, without npm. */
const run = (name: string, ...args: string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const [tool = "", ...given] = (scripts[name] ?? "").split(" ");
    const loader = { node: [], tsx: ["--import", "tsx"] }[tool];
    if (loader === undefined) throw new Error(`${name} is no script: ${tool}`);
    const { PATH = "" } = process.env;
    const child = execFile(
      process.execPath,
      [...loader, ...given, ...args],
      { env: { PATH, LANG: "C.UTF-8" }, timeout: 50_000 },
      (_error, out, err) => {
        if (child.exitCode === null) reject(new Error(`${name} was killed`));
        else resolve({ code: child.exitCode, out, err });
      },
    );
  });

const expectOneSentence = ({ code, err }: Outcome): void => {
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at /mu);
  expect(err.trim()).not.toBe("");
  expect(code).toBe(1);
};

describe.each(COMMANDS)("npm run %s", (name) => {
  test("answers --help with code 0", async () => {
    const { code, out, err } = await run(name, "--help");
    expect(err).toBe("");
    expect(out).toContain("--");
    expect(code).toBe(0);
  });

  test("refuses an unknown option in one sentence", async () => {
    const outcome = await run(name, "--nonsense");
    expect(outcome.err).toContain("--nonsense");
    expectOneSentence(outcome);
  });
});

test.each(["start", "dev", "kintone"])(
  "npm run %s refuses a day that does not exist in one sentence",
  async (name) => {
    const outcome = await run(name, "--today", "2022-02-30");
    expect(outcome.err).toContain("2022-02-30");
    expectOneSentence(outcome);
  },
);

test.each(["start", "kintone"])(
  "npm run %s names a port that is taken in one sentence",
  async (name) => {
    const server = createServer().listen(0, "localhost");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has no pipe name
    try {
      const outcome = await run(name, "--port", String(port));
      expect(outcome.err).toContain(`Port ${port} is taken`);
      expectOneSentence(outcome);
    } finally {
      server.close();
    }
  },
);
