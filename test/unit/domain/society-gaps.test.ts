import { expect, test } from "vitest";
import type { Person } from "../../../src/domain/notice-reach.ts";
import {
  findSocietyGaps,
  type CheckedSociety,
} from "../../../src/domain/society-gaps.ts";

const society = (
  name: string,
  change: Partial<CheckedSociety> = {},
): CheckedSociety => ({
  name,
  organization: [{ code: name, name }],
  contactUsers: [{ code: "sato", name: "佐藤" }],
  active: "有効",
  ...change,
});
const person = (name: string, hasPrimaryOrganization = true): Person => ({
  code: name,
  name,
  hasPrimaryOrganization,
});
const directory = (members: Readonly<Record<string, readonly Person[]>>) => ({
  users: new Set<string>(),
  members: new Map(
    Object.entries(members).map(([code, people]) => [
      `ORGANIZATION ${code}`,
      people,
    ]),
  ),
});

test("each society is named with what it lacks, and with nothing else", () => {
  const gaps = findSocietyGaps(
    [
      society("北"),
      society("南"),
      society("東"),
      society("西", { contactUsers: [] }),
      society("旧", { active: "統合・廃止" }),
    ],
    directory({ 北: [person("佐藤")], 南: [], 西: [person("鈴木", false)] }),
  );
  expect(gaps).toEqual({
    withoutOrganization: ["東"],
    withoutMembers: ["南"],
    withoutContacts: ["西"],
    withoutPrimary: ["鈴木（西）"],
  });
});

test("a society whose organisation field is empty has no organisation", () => {
  const gaps = findSocietyGaps(
    [society("北", { organization: [] })],
    directory({ 北: [person("佐藤")] }),
  );
  expect(gaps.withoutOrganization).toEqual(["北"]);
  expect(gaps.withoutMembers).toEqual([]);
});
