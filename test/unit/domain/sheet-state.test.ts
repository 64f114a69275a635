import { expect, test } from "vitest";
import { sheetStateOf } from "../../../src/domain/sheet-state.ts";
import { aDelivery } from "../../support/domain-records.ts";

const made = aDelivery({ id: "1", madeAt: "2022-07-29T01:00:00Z" });
const mailed = aDelivery({
  id: "2",
  madeAt: "2022-07-30T01:00:00Z",
  deliveryState: "送付済",
  sentAt: "2022-08-01T02:00:00Z",
});
const later = aDelivery({ id: "3", madeAt: "2022-08-02T01:00:00Z" });

test("without a report the sheet is not made", () => {
  expect(sheetStateOf([])).toEqual({
    state: "notMade",
    latest: null,
    mailed: null,
  });
});

test("a report nobody has mailed is made", () => {
  expect(sheetStateOf([made])).toEqual({
    state: "made",
    latest: made,
    mailed: null,
  });
});

test("one mailed report is enough, in whatever order they come", () => {
  expect(sheetStateOf([mailed, later, made])).toEqual({
    state: "mailed",
    latest: later,
    mailed,
  });
});

test("of two made in one minute the later record is the latest", () => {
  const twin = { ...made, id: "10" };
  expect(sheetStateOf([made, twin]).latest).toBe(twin);
});

test("of two mailed ones the one mailed last counts", () => {
  const again = { ...mailed, id: "4", sentAt: "2022-08-03T02:00:00Z" };
  expect(sheetStateOf([again, mailed]).mailed).toBe(again);
});
