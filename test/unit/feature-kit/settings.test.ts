import { expect, test } from "vitest";
import {
  defaultSettings,
  parsePluginConfig,
  toPluginConfig,
} from "../../../src/feature-kit/settings.ts";

test("nothing saved means the defaults", () => {
  expect(parsePluginConfig(null)).toEqual(defaultSettings);
  expect(parsePluginConfig({})).toEqual(defaultSettings);
  expect(defaultSettings.warnDays).toBe(5);
});

test("long settings are split over values that kintone accepts and joined again", () => {
  const settings = {
    ...defaultSettings,
    closedDays: Array.from({ length: 3000 }, () => ({
      date: "2026-08-14",
      reason: "お盆のため事務局を閉めます".repeat(2),
    })),
  };
  const config = toPluginConfig(settings);
  expect(Object.keys(config).length).toBeGreaterThan(1);
  for (const value of Object.values(config)) {
    expect(value.length).toBeLessThanOrEqual(65_535);
  }
  expect(parsePluginConfig(config)).toEqual(settings);
});

test.each([
  ["a stranger's settings", { other: "x" }],
  ["cut JSON", { settings0: '{"warnDays":' }],
  ["a wrong type", { settings0: '{"warnDays":"soon"}' }],
  ["an app id that is none", { settings0: '{"apps":{"editions":"x"}}' }],
  ["a list in place of the settings", { settings0: "[]" }],
  ["a list in place of the apps", { settings0: '{"apps":[]}' }],
])("%s is an error with a name", (_name, config) => {
  expect(() => parsePluginConfig(config)).toThrow("settings/broken");
});
