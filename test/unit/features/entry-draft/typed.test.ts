import { expect, test } from "vitest";
import {
  isEmpty,
  merge,
  readTyped,
  restoreTyped,
  typedSince,
} from "../../../../src/features/entry-draft/typed.ts";
import { aPageRecord } from "../../../support/page-records.ts";

const named = (name: string, answers: readonly string[] = ["", ""]) =>
  aPageRecord(answers, {
    registeredName: { type: "SINGLE_LINE_TEXT", value: name },
  });

test("nothing typed is nothing to keep", () => {
  expect(
    isEmpty(typedSince(readTyped(named("あ")), readTyped(named("あ")))),
  ).toBe(true);
});

test("only what was typed is kept, answers by their item", () => {
  const since = typedSince(
    readTyped(named("あ")),
    readTyped(named("い", ["", "はい"])),
  );
  expect(since).toEqual({
    fields: { registeredName: "い" },
    answers: { A2: { answer: "はい", evidence: "" } },
  });
});

test("it comes back into the form, and a lookup is looked up again", () => {
  const form = named("");
  restoreTyped(form, {
    fields: {
      registeredName: "<img src=x onerror=alert(1)>",
      society: "黒崎商工会",
      scoreTotal: "99",
      confirmedBy: "x",
    },
    answers: {
      A1: { answer: "いいえ", evidence: "控え" },
      Z9: { answer: "はい", evidence: "" },
    },
  });
  expect(form.registeredName?.value).toBe("<img src=x onerror=alert(1)>");
  expect(form.society).toMatchObject({ value: "黒崎商工会", lookup: true });
  expect(form.scoreTotal).toBeUndefined();
  expect(form.confirmedBy).toBeUndefined();
  expect(readTyped(form).answers).toEqual({
    A1: { answer: "いいえ", evidence: "控え" },
    A2: { answer: "", evidence: "" },
  });
});

test("what was typed before an offer was taken is not lost by typing on", () => {
  expect(
    merge(
      { fields: { url: "a", email: "b" }, answers: {} },
      { fields: { url: "c" }, answers: {} },
    ).fields,
  ).toEqual({ url: "c", email: "b" });
});
