import { expect, test } from "vitest";
import {
  draftState,
  KEPT_MS,
  readDraft,
  removeDraft,
  writeDraft,
} from "../../../../src/features/entry-draft/store.ts";
import type { DraftOwner } from "../../../../src/features/entry-draft/store.ts";

const owner: DraftOwner = {
  app: "3",
  user: "aohama",
  record: "7",
  revision: "2",
};
const typed = { fields: { registeredName: "<b>青浜</b>" }, answers: {} };
const NOW = 1_658_700_000_000;

const aPlace = (quota = Infinity) => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > quota) throw new Error("QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
};

test("what was typed is offered for the same record and version", () => {
  const place = aPlace();
  expect(writeDraft(place, owner, typed, NOW)).toBe(true);
  const draft = readDraft(place, owner);
  expect(draft?.typed).toEqual(typed);
  expect(draft && draftState(draft, owner, NOW)).toBe("fits");
  removeDraft(place, owner);
  expect(readDraft(place, owner)).toBeNull();
});

test.each([
  ["another record", { record: "8" }],
  ["a new record", { record: "" }],
  ["another user", { user: "kurosaki" }],
  ["another app", { app: "4" }],
])("%s is offered nothing", (_name, other) => {
  const place = aPlace();
  writeDraft(place, owner, typed, NOW);
  expect(readDraft(place, { ...owner, ...other })).toBeNull();
});

test("a draft that was copied to another record's place is refused", () => {
  const place = aPlace();
  writeDraft(place, owner, typed, NOW);
  const [text = ""] = place.kept.values();
  place.kept.set("suisen-draft 3 aohama 8", text);
  const draft = readDraft(place, { ...owner, record: "8" });
  expect(draft && draftState(draft, { ...owner, record: "8" }, NOW)).toBe(
    "foreign",
  );
});

test("a record that was saved since refuses its older draft", () => {
  const place = aPlace();
  writeDraft(place, owner, typed, NOW);
  const draft = readDraft(place, owner);
  expect(draft && draftState(draft, { ...owner, revision: "3" }, NOW)).toBe(
    "older",
  );
});

test("after two weeks nothing is offered, and a clock that was set back harms nothing", () => {
  const draft = { ...owner, at: NOW, typed };
  expect(draftState(draft, owner, NOW + KEPT_MS + 1)).toBe("expired");
  expect(draftState(draft, owner, NOW - KEPT_MS)).toBe("fits");
});

test("a browser without room says so", () => {
  expect(writeDraft(aPlace(10), owner, typed, NOW)).toBe(false);
});

test.each(["", "null", "[1]", "{", '{"at":"gestern"}'])(
  "%j in the browser's store is no draft",
  (text) => {
    const place = aPlace();
    place.kept.set("suisen-draft 3 aohama 7", text);
    expect(readDraft(place, owner)).toBeNull();
  },
);

test("values of other kinds than text are left out", () => {
  const place = aPlace();
  const broken = {
    ...owner,
    at: NOW,
    typed: { fields: { url: 7, email: "a" }, answers: { A1: "はい", A2: {} } },
  };
  place.kept.set("suisen-draft 3 aohama 7", JSON.stringify(broken));
  expect(readDraft(place, owner)?.typed).toEqual({
    fields: { email: "a" },
    answers: { A2: { answer: "", evidence: "" } },
  });
});
