import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { leaveBrowser, takeBrowser } from "../../src/testing/browser.ts";
import { visit } from "./local-browser.ts";
import type { Visit, VisitOptions } from "./local-browser.ts";
import { startLocalSite } from "./local-site.ts";
import type { LocalSite } from "./local-site.ts";
import { createSampleApp } from "./sample-app.ts";
import type { SampleApp } from "./sample-app.ts";

type Field = { type: string; value: unknown };
export type SampleRecord = Record<string, Field>;

type Started = { browser: Browser; site: LocalSite; sample: SampleApp };

/** Ten in the morning of 20 July 2022 in Japan. */
export const SAMPLE_NOW = Date.parse("2022-07-20T10:00:00+09:00");

/**
 * A browser, a site and the sample apps for the tests of one file. The users `sato` and
 * `suzuki` exist beside the administrator.
 */
export const useSampleSite = (
  furnish: (site: LocalSite, app: number) => Promise<unknown> = () =>
    Promise.resolve(),
) => {
  const started: Started[] = [];
  const visits: Visit[] = [];

  const all = (): Started => {
    const [only] = started;
    if (!only) throw new Error("The sample site has not started");
    return only;
  };

  beforeAll(async () => {
    const browser = await takeBrowser();
    const site = await startLocalSite({ now: SAMPLE_NOW });
    site.addUser("sato", { name: "佐藤" });
    site.addUser("suzuki", { name: "鈴木" });
    const sample = await createSampleApp(site, (app) => furnish(site, app));
    started.push({ browser, site, sample });
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map((it) => it.close()));
  });
  afterAll(async () => {
    const { browser, site } = all();
    await leaveBrowser(browser);
    await site.close();
  });

  return {
    site: () => all().site,
    sample: () => all().sample,
    /** A new browser window of a user on a page. */
    open: async (path: string, options: VisitOptions = {}): Promise<Visit> => {
      const { browser, site } = all();
      const opened = await visit(browser, site, options);
      visits.push(opened);
      await opened.open(path);
      return opened;
    },
    addRecord: async (record: Record<string, { value: unknown }> = {}) => {
      const { site, sample } = all();
      const { id } = await site.send("POST", "/k/v1/record.json", {
        app: sample.app,
        record: { title: { value: "元の題" }, ...record },
      });
      return Number(id);
    },
    readRecord: async (id: number): Promise<SampleRecord> => {
      const { site, sample } = all();
      const { record } = await site.send("GET", "/k/v1/record.json", {
        app: sample.app,
        id,
      });
      return record as SampleRecord;
    },
    removeRecords: async (): Promise<void> => {
      const { site, sample } = all();
      const ids = [...site.site.store.records(sample.app).keys()];
      if (ids.length > 0)
        await site.send("DELETE", "/k/v1/records.json", {
          app: sample.app,
          ids,
        });
    },
  };
};
