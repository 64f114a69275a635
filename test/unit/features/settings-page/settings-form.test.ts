import { expect, test } from "vitest";
import { defaultSettings } from "../../../../src/feature-kit/settings.ts";
import {
  parseForm,
  toForm,
} from "../../../../src/features/settings-page/settings-form.ts";

const form = (change: Partial<ReturnType<typeof toForm>> = {}) => ({
  ...toForm(defaultSettings),
  ...change,
});

test("what was saved comes back as it was typed", () => {
  const settings = {
    ...defaultSettings,
    warnDays: 7,
    closedDays: [{ date: "2026-06-23", reason: "慰霊の日" }],
    apps: { editions: "12" },
  };
  expect(parseForm(toForm(settings))).toEqual({ settings });
});

test("days are read with slashes, full-width digits and spaces", () => {
  const parsed = parseForm(
    form({ closedDays: "２０２６/6/23　慰霊の日\n\n2026.8.14 旧盆 の休み\n" }),
  );
  expect(parsed).toEqual({
    settings: {
      ...defaultSettings,
      closedDays: [
        { date: "2026-06-23", reason: "慰霊の日" },
        { date: "2026-08-14", reason: "旧盆 の休み" },
      ],
    },
  });
});

test("every mistake is named with its place, and nothing is saved", () => {
  const parsed = parseForm(
    form({
      warnDays: "-1",
      closedDays: "2026-06-23\n2026-02-30 ない日",
      apps: { ...form().apps, answers: "app" },
    }),
  );
  expect(parsed).toEqual({
    problems: [
      { field: "warnDays" },
      { field: "closedDays", line: 2, text: "2026-02-30 ない日" },
      { field: "app", app: "answers" },
    ],
  });
});

test.each(["", " ", "61", "5.5", "五"])(
  "%j is no number of days",
  (warnDays) => {
    expect(parseForm(form({ warnDays }))).toEqual({
      problems: [{ field: "warnDays" }],
    });
  },
);
