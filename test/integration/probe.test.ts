import { describe, expect, test } from "vitest";
import { createSite, startServer } from "local-kintone";
import { toResultFile } from "../../scripts/probe/print.ts";
import { runProbe } from "../../scripts/probe/run-probe.ts";
import { STRICT_READINGS } from "../../scripts/probe/strict-readings.ts";

type Options = NonNullable<Parameters<typeof createSite>[0]>;

const probeSite = async (readings: Options["readings"], keep = false) => {
  const site = createSite({ deployDelayMs: 0, ...(readings && { readings }) });
  const server = await startServer({ site });
  try {
    const auth = { username: "Administrator", password: "Administrator" };
    const credentials = { baseUrl: server.baseUrl, auth };
    const probe = await runProbe(credentials, { keep });
    return { ...probe, baseUrl: server.baseUrl, site };
  } finally {
    await server.close();
    site.close();
  }
};

const differing = (results: Awaited<ReturnType<typeof probeSite>>["results"]) =>
  results.flatMap(({ row, outcome, seen }) =>
    outcome === "as-expected" ? [] : [`${row.id}: ${outcome} ${seen}`],
  );

describe("the probe", () => {
  test("the local kintone behaves as the probe expects", async () => {
    const { results } = await probeSite(STRICT_READINGS);
    expect(differing(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(15);
  });

  test.each([
    ["mixed-conditions", "allowed", "stored-condition-mixes-and-or"],
    ["lookup-copy", "kindred-types", "lookup-copies-unlike-types"],
    ["first-status", "free", "first-status-is-new"],
  ])(
    "a site that reads %s as %s is told in that row",
    async (name, value, id) => {
      const { results } = await probeSite({
        ...STRICT_READINGS,
        [name]: value,
      });
      expect(differing(results)).toEqual([`${id}: differs taken`]);
    },
  );

  test("its file holds nothing of the tenant", async () => {
    const { results, baseUrl } = await probeSite(STRICT_READINGS);
    const text = toResultFile(results, "2026-11-30");
    expect(text).not.toContain("Administrator");
    expect(text).not.toContain(new URL(baseUrl).host);
    expect(JSON.parse(text)).toHaveProperty("rows");
  });
});
