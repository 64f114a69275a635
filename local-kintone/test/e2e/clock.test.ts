import { afterEach, describe, expect, test } from "vitest";
import { SAMPLE_NOW, useSampleSite } from "../support/sample-site.ts";

const { site, sample, open } = useSampleSite();
afterEach(() => site().site.clock.set(SAMPLE_NOW));

const at = (moment: string): void => site().site.clock.set(Date.parse(moment));

describe("the page's clock", () => {
  test("is the server's; the browser keeps its own zone", async () => {
    at("2022-07-20T23:59:30+09:00");
    const { page } = await open("/k/", { timezoneId: "America/Los_Angeles" });
    const [now, called, text, day, zone] = (await page.evaluate(`[
      Date.now(),
      new Date().getTime(),
      Date(),
      new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo" }).format(),
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ]`)) as [number, number, string, string, string];
    const wanted = Date.parse("2022-07-20T23:59:30+09:00");
    expect(now - wanted).toBeGreaterThanOrEqual(0);
    expect(now - wanted).toBeLessThan(30_000);
    expect(called - now).toBeLessThan(1000);
    expect(text).toContain("Jul 20 2022 07:59");
    expect(day).toBe("2022/7/20");
    expect(zone).toBe("America/Los_Angeles");
  });

  test("dates with arguments stay what they are", async () => {
    at("2030-01-01T00:00:00Z");
    const { page } = await open("/k/");
    const answers = await page.evaluate(`[
      new Date(0).toISOString(),
      new Date(2020, 0, 2).getDate(),
      Date.UTC(2020, 0, 1),
      Date.parse("2020-01-01"),
      new Date() instanceof Date,
      Object.prototype.toString.call(new Date()),
      new Date(5).constructor === Date,
      (class extends Date {}).name,
    ]`);
    expect(answers).toEqual([
      "1970-01-01T00:00:00.000Z",
      2,
      1_577_836_800_000,
      1_577_836_800_000,
      true,
      "[object Date]",
      true,
      "",
    ]);
  });

  test.each([
    ["2022-07-20T23:59:00+09:00", "2022-07-20"],
    ["2022-07-21T00:01:00+09:00", "2022-07-21"],
  ])("at %s a new record's default day is %s", async (moment, day) => {
    at(moment);
    const app = await site().addApp("既定の日", {
      day: {
        type: "DATE",
        code: "day",
        label: "日付",
        defaultNowValue: true,
      },
    });
    await site().deploy(app);
    const { page } = await open(`/k/${app}/edit`, {
      timezoneId: "America/Los_Angeles",
    });
    expect(await page.getByLabel("日付").inputValue()).toBe(day);
  });

  test("a calendar opens on the user's month", async () => {
    at("2022-08-01T00:01:00+09:00");
    const { page } = await open(
      `/k/${sample().app}/?view=${sample().views.暦}`,
      {
        timezoneId: "America/Los_Angeles",
      },
    );
    await page.getByText("2022-08", { exact: true }).waitFor();
  });
});
