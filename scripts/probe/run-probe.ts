import type { Credentials } from "../../src/provision/index.ts";
import { NotAllowed } from "./attempt.ts";
import { createProbeSite } from "./probe-site.ts";
import type { ProbeResult, ProbeRow, ProbeSite } from "./row.ts";
import { probeRows } from "./rows.ts";
import { clearScratch } from "./scratch-app.ts";

export type ProbeOptions = {
  /** Leave records and settings of the scratch app as they are. */
  readonly keep: boolean;
  readonly onResult?: (result: ProbeResult) => void;
};

export type Probe = {
  readonly results: readonly ProbeResult[];
  /** Numbers of the scratch apps, which no API can delete. */
  readonly apps: readonly string[];
};

const isExpected = ({ expected }: ProbeRow, seen: string): boolean =>
  seen === expected || (expected === "refused" && seen.startsWith("refused "));

const probeRow = async (
  row: ProbeRow,
  site: ProbeSite,
): Promise<ProbeResult> => {
  try {
    const seen = await row.attempt(site);
    const outcome = isExpected(row, seen) ? "as-expected" : "differs";
    return { row, outcome, seen };
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error;
    return { row, outcome: "not-allowed", seen: "" };
  }
};

/** Tries every row on a scratch app of its own and clears it, also after a failure. */
export const runProbe = async (
  credentials: Credentials,
  { keep, onResult }: ProbeOptions,
): Promise<Probe> => {
  const site = await createProbeSite(credentials);
  const { client, app, source } = site;
  const results: ProbeResult[] = [];
  try {
    for (const row of probeRows) {
      const result = await probeRow(row, site);
      results.push(result);
      onResult?.(result);
    }
  } finally {
    if (!keep) await clearScratch(client, app);
  }
  return { results, apps: [app, source] };
};
