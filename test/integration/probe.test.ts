import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startProbeSite } from "../../scripts/probe/local-site.ts";
import { toResultFile } from "../../scripts/probe/print.ts";
import { probeRows } from "../../scripts/probe/rows.ts";
import { runProbe } from "../../scripts/probe/run-probe.ts";
import { STRICT_READINGS } from "../../scripts/probe/strict-readings.ts";
import { startFront } from "../support/probe-front.ts";
import type { Front } from "../support/probe-front.ts";

type Results = Awaited<ReturnType<typeof runProbe>>["results"];

const probeSite = async (
  readings?: Parameters<typeof startProbeSite>[0],
  front: (baseUrl: string) => Promise<Front> = async (baseUrl) => ({
    baseUrl,
    close: () => undefined,
  }),
) => {
  const { credentials, close } = await startProbeSite(readings);
  const { baseUrl, close: closeFront } = await front(credentials.baseUrl);
  try {
    const probe = await runProbe({ ...credentials, baseUrl }, { keep: false });
    return { ...probe, baseUrl };
  } finally {
    closeFront();
    await close();
  }
};

/** A kintone that takes everything: each refusal becomes an answer. */
const startTaking = (target: string): Promise<Front> =>
  startFront(target, async (_asked, ask) => {
    const { status, text } = await ask();
    return { status: 200, text: status >= 400 ? "{}" : text };
  });

const differing = (results: Results) =>
  results.flatMap(({ row, outcome, seen }) =>
    outcome === "as-expected" ? [] : [`${row.id}: ${outcome} ${seen}`],
  );

describe("the probe", () => {
  test("the local kintone behaves as the probe expects", async () => {
    const { results } = await probeSite();
    expect(differing(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(45);
  });

  test.each([
    ["mixed-conditions", "allowed", ["stored-condition-mixes-and-or: taken"]],
    [
      "lookup-copy",
      "kindred-types",
      [
        "lookup-copies-unlike-types: taken",
        "lookup-copies-number-into-text: taken",
        "lookup-copies-drop-down-into-text: taken",
      ],
    ],
    ["first-status", "free", ["first-status-is-new: taken"]],
    ["related-apps", "shown", ["settings-of-an-unseen-app: shown"]],
  ])(
    "a site that reads %s as %s is told in its rows",
    async (name, value, rows) => {
      const { results } = await probeSite({
        ...STRICT_READINGS,
        [name]: value,
      });
      expect(differing(results)).toEqual(
        rows.map((row) => row.replace(":", ": differs")),
      );
    },
  );

  test("a site that refuses nothing is told in every row of a refusal", async () => {
    const { results } = await probeSite(undefined, startTaking);
    const told = results
      .filter(({ outcome, seen }) => outcome === "differs" && seen === "taken")
      .map(({ row }) => row.id);
    const refusals = probeRows.filter(({ expected }) =>
      expected.startsWith("refused"),
    );
    expect(told).toEqual(refusals.map(({ id }) => id));
    expect(told.length).toBeGreaterThan(25);
  });

  test("each of its rows stands in the table of what no source settles", () => {
    const text = readFileSync(
      new URL("../../local-kintone/docs/behaviour.md", import.meta.url),
      "utf8",
    );
    const table = text.slice(text.indexOf("Unverified"));
    const missing = probeRows.filter(({ id }) => !table.includes(`\`${id}\``));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test("its file holds nothing of the tenant", async () => {
    const { results, baseUrl } = await probeSite();
    const text = toResultFile(results, "2026-11-30");
    expect(text).not.toContain("Administrator");
    expect(text).not.toContain("office");
    expect(text).not.toContain(new URL(baseUrl).host);
    expect(JSON.parse(text)).toHaveProperty("rows");
  });
});
