import { beforeEach, describe, expect, test, vi } from "vitest";
import { openVisit } from "../../../../src/feature-kit/visit.ts";
import { lookForTwins } from "../../../../src/features/save-checks/twins.ts";
import type { Gateway } from "../../../../src/kintone/gateway.ts";
import type { Page } from "../../../../src/kintone/page.ts";

const aFirm = (id: string, registeredName: string, status = "準備中") => ({
  id,
  revision: "1",
  status,
  society: "青浜商工会",
  registeredName,
  corporateNumber: "",
  address: "",
});

type Options = {
  condition: { text: string };
  signal: AbortSignal | undefined;
  onProgress: (progress: { done: number; total: number }) => void;
};

const start = (
  list: (options: Options) => Promise<Array<ReturnType<typeof aFirm>>>,
) => {
  const form = { currentRecord: () => null, changeRecord: () => undefined };
  const listRecords = vi.fn((_key: string, options: Options) => list(options));
  // Only what the look-up uses.
  return {
    listRecords,
    context: {
      gateway: { listRecords } as unknown as Gateway,
      page: { user: { language: "ja" } } as unknown as Page,
      visit: openVisit("edit", form, {}),
    },
  };
};

const candidate = {
  id: "1",
  edition: "クラウド実践大賞 2022",
  registeredName: "(株)青浜商店",
  corporateNumber: "",
  address: "",
};

const idsOf = (view: Awaited<ReturnType<typeof lookForTwins>>) =>
  view.kind === "found" ? view.twins.map(({ id }) => id) : view.kind;

describe("lookForTwins", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  test("finds the firm under another spelling, and never the record itself", async () => {
    const { context } = start(async () => [
      aFirm("1", "株式会社青浜商店"),
      aFirm("2", "株式会社 青浜商店"),
      aFirm("3", "株式会社黒崎商店"),
    ]);
    expect(idsOf(await lookForTwins(context, candidate))).toEqual(["2"]);
  });

  test("a withdrawn nomination is no twin", async () => {
    const { context } = start(async () => [
      aFirm("2", "株式会社青浜商店", "取下げ"),
    ]);
    expect(idsOf(await lookForTwins(context, candidate))).toEqual([]);
  });

  test("the firms of an edition are read once, whatever is typed", async () => {
    const { context, listRecords } = start(async () => [
      aFirm("2", "株式会社青浜商店"),
    ]);
    await lookForTwins(context, {
      ...candidate,
      registeredName: "有限会社なぎさ",
    });
    await lookForTwins(context, candidate);
    expect(listRecords).toHaveBeenCalledTimes(1);
  });

  test("a look that failed says so and is tried again", async () => {
    const answers = [
      () => Promise.reject(new Error("offline")),
      () => Promise.resolve([aFirm("2", "株式会社青浜商店")]),
    ];
    const { context } = start(() => answers.shift()?.() ?? Promise.resolve([]));
    expect((await lookForTwins(context, candidate)).kind).toBe("failed");
    expect(idsOf(await lookForTwins(context, candidate))).toEqual(["2"]);
  });

  test("among thousands only equal names and numbers are asked for", async () => {
    const { context, listRecords } = start(async ({ onProgress, signal }) => {
      onProgress({ done: 500, total: 10_000 });
      signal?.throwIfAborted();
      return [aFirm("2", "(株)青浜商店")];
    });
    const view = await lookForTwins(context, {
      ...candidate,
      corporateNumber: "7000012050002",
    });
    expect(idsOf(view)).toEqual(["2"]);
    expect(listRecords.mock.calls.at(-1)?.[1].condition.text).toBe(
      '(edition = "クラウド実践大賞 2022") and ((registeredName = "(株)青浜商店") or (corporateNumber = "7000012050002"))',
    );
  });

  test("without a name or an edition nothing is asked", async () => {
    const { context, listRecords } = start(async () => []);
    await lookForTwins(context, { ...candidate, registeredName: "" });
    await lookForTwins(context, { ...candidate, edition: "" });
    expect(listRecords).not.toHaveBeenCalled();
  });
});
