import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { bundleForRelease } from "../../scripts/plugin/bundle-for-release.ts";
import { ENTRIES } from "../../scripts/plugin/sources.ts";
import { startBenchDemo } from "./demo-page.ts";
import type { BenchDemo } from "./demo-page.ts";
import { median, toFigure } from "./figure.ts";
import type { BenchPart, Figure } from "./figure.ts";

const LIMIT_MS = 15;

const bundleEntries = async (): Promise<Record<string, string>> => {
  const outputDir = await mkdtemp(path.join(tmpdir(), "suisen-evaluation-"));
  try {
    await bundleForRelease(ENTRIES, { outputDir });
    const names = Object.keys(ENTRIES);
    const codes = names.map((name) =>
      readFile(path.join(outputDir, `${name}.js`), "utf8"),
    );
    const texts = await Promise.all(codes);
    return Object.fromEntries(
      names.map((name, index) => [name, texts[index] ?? ""]),
    );
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
};

const findRecordUrl = async ({ client, demo }: BenchDemo): Promise<string> => {
  const { records } = await client.record.getRecords({
    app: demo.apps.nominations,
    fields: ["$id"],
    query: "order by $id asc limit 1",
  });
  const id = String(records[0]?.$id?.value);
  return `${demo.baseUrl}/k/${demo.apps.nominations}/show#record=${id}`;
};

/** Runs in the page: compiles and runs a script as a script element does. */
const evaluateOnce = (code: string): number => {
  const failures: unknown[] = [];
  // A named function would need a helper of tsx that the page does not have.
  window.onerror = (message) => failures.push(message);
  const script = document.createElement("script");
  script.textContent = code;
  const start = performance.now();
  document.head.append(script);
  const elapsed = performance.now() - start;
  window.onerror = null;
  if (failures.length > 0) throw new Error(String(failures[0]));
  return elapsed;
};

const measureEntry = async (
  page: Page,
  url: string,
  { code, turns }: { code: string; turns: number },
): Promise<Figure> => {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.goto("about:blank");
    await page.goto(url);
    await page.waitForLoadState("networkidle");
    // The plugin's id is there only while kintone loads the plugin's own files.
    await page.evaluate((id) => {
      Object.assign(Reflect.get(window, "kintone"), { $PLUGIN_ID: id });
    }, "a".repeat(32));
    times.push(await page.evaluate(evaluateOnce, code));
  }
  return toFigure(median(times), "ms", LIMIT_MS);
};

/** Milliseconds that each released bundle takes to compile and run on a record page. */
export const measureEvaluation: BenchPart = async ({ isQuick, say }) => {
  say("bundles and the demo");
  const codes = await bundleEntries();
  const bench = await startBenchDemo({});
  try {
    const url = await findRecordUrl(bench);
    const page = await bench.open("federationManager");
    const figures: Record<string, Figure> = {};
    for (const [name, code] of Object.entries(codes)) {
      say(name);
      const turns = isQuick ? 3 : 11;
      figures[name] = await measureEntry(page, url, { code, turns });
    }
    return figures;
  } finally {
    await bench.close();
  }
};
