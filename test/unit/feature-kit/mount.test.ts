import { beforeEach, describe, expect, test, vi } from "vitest";
import { defineFeature } from "../../../src/feature-kit/feature.ts";
import type {
  Feature,
  Handlers,
  PageContext,
} from "../../../src/feature-kit/feature.ts";
import type {
  KintoneGlobal,
  PageEvent,
  PageRecord,
} from "../../../src/kintone/page-api.ts";
import { aPageRecord } from "../../support/page-records.ts";

type Handler = (event: PageEvent) => unknown;

const handlers = new Map<string, Handler>();
const notices: string[] = [];
let config: Record<string, string>;

const say = async (_: string, message: string): Promise<void> => {
  notices.push(message);
};

/** As much of kintone's page as mounting touches. */
const aKintone = () => {
  const app = { getId: () => 3, record: { get: () => null } };
  return {
    $PLUGIN_ID: "plugin",
    events: {
      on: (types: readonly string[], handler: Handler) =>
        types.forEach((type) => handlers.set(type, handler)),
    },
    app,
    mobile: { app, showNotification: say },
    showNotification: say,
    plugin: { app: { getConfig: () => config } },
    getLoginUser: () => ({
      code: "staff",
      language: "ja",
      timezone: "Asia/Tokyo",
    }),
  };
};

const mount = async (device: "desktop" | "mobile", ...features: Feature[]) => {
  // A stand-in with the members that this test needs.
  globalThis.kintone = aKintone() as unknown as KintoneGlobal;
  const { mountFeatures } = await import("../../../src/feature-kit/mount.ts");
  mountFeatures(device, features);
};

const aFeature = (id: string, on: Handlers<PageContext>): Feature =>
  defineFeature({ id, apps: ["nominations"], messages: {}, on });

const nomination = (): PageRecord => ({
  ...aPageRecord(),
  consentNominate: { type: "DROP_DOWN", value: "" },
  nominationKind: { type: "RADIO_BUTTON", value: "" },
  nameCheck: { type: "RADIO_BUTTON", value: "未確認" },
  societyOrder: { type: "NUMBER", value: "" },
});

const fire = async (type: string, more: Partial<PageEvent> = {}) => {
  const event: PageEvent = { type, record: nomination(), ...more };
  return { event, answer: await handlers.get(type)?.(event) };
};

describe("mountFeatures", () => {
  beforeEach(() => {
    handlers.clear();
    notices.length = 0;
    config = {};
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  test("a feature that fails on a show page takes no other along", async () => {
    const second = vi.fn();
    await mount(
      "desktop",
      aFeature("broken", {
        "record.detail": () => {
          throw new Error("broken");
        },
      }),
      aFeature("second", { "record.detail": second }),
    );
    const { event, answer } = await fire("app.record.detail.show");
    expect(answer).toBe(event);
    expect(second).toHaveBeenCalledTimes(1);
    expect(notices[0]).toContain("broken");
  });

  test("settings that cannot be read are said once, and the defaults go on", async () => {
    config = { settings0: "{ broken" };
    const warnDays: number[] = [];
    await mount(
      "desktop",
      aFeature("one", {
        "record.create": ({ settings }) => {
          warnDays.push(settings.warnDays);
        },
        "record.submit": () => undefined,
      }),
    );
    await fire("app.record.create.show");
    const { answer } = await fire("app.record.create.submit");
    expect(warnDays).toEqual([5]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("標準の設定で動いています");
    expect(answer).toMatchObject({ type: "app.record.create.submit" });
    expect(answer).not.toHaveProperty("error");
  });

  test("a failure while saving holds the save back with a sentence", async () => {
    await mount(
      "desktop",
      aFeature("broken", {
        "record.submit": () => {
          throw new Error("broken");
        },
      }),
    );
    const { event, answer } = await fire("app.record.edit.submit");
    expect(answer).toBe(event);
    expect(event.error).toContain("broken");
  });

  test("a reason stops the action, and a change of mind stops it in silence", async () => {
    const answers: Array<string | false> = ["だめです", false];
    await mount(
      "desktop",
      aFeature("gate", { "process.proceed": () => answers.shift() }),
    );
    const type = "app.record.detail.process.proceed";
    expect((await fire(type)).event.error).toBe("だめです");
    const quiet = await fire(type);
    expect(quiet.answer).toBe(false);
    expect(quiet.event.error).toBeUndefined();
    expect(notices).toEqual([]);
  });

  test("on a phone the reason is said aloud, because kintone would not show it", async () => {
    await mount(
      "mobile",
      aFeature("gate", { "process.proceed": () => "だめです" }),
    );
    const { answer } = await fire("mobile.app.record.detail.process.proceed");
    expect(answer).toBe(false);
    expect(notices).toEqual(["だめです"]);
  });

  test("a change draws again what follows the visit, with the record of the event", async () => {
    const names: string[] = [];
    await mount(
      "desktop",
      aFeature("panel", {
        "record.edit": ({ visit }) => {
          visit.follow(() =>
            names.push(visit.read("nominations").registeredName),
          );
        },
        "record.change": { fields: ["registeredName"] },
      }),
    );
    await fire("app.record.edit.show");
    const record = nomination();
    Object.assign(record.registeredName ?? {}, { value: "有限会社なぎさ" });
    await fire("app.record.edit.change.registeredName", { record });
    expect(names.at(-1)).toBe("有限会社なぎさ");
  });

  test("an app that is none of ours is left alone", async () => {
    const handler = vi.fn();
    await mount("desktop", aFeature("one", { "record.detail": handler }));
    await fire("app.record.detail.show", {
      record: { other: { type: "SINGLE_LINE_TEXT", value: "" } },
    });
    expect(handler).not.toHaveBeenCalled();
  });
});
