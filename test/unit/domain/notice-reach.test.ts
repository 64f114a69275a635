import { describe, expect, test } from "vitest";
import {
  findUnreachable,
  toHolderKey,
  type Directory,
} from "../../../src/domain/notice-reach.ts";

const person = { code: "sato", name: "佐藤", hasPrimaryOrganization: true };
const group = { type: "GROUP", code: "federation" };
const directory = (members: number): Directory => ({
  users: new Set(["sato"]),
  members: new Map([
    [toHolderKey(group), Array.from({ length: members }, () => person)],
  ]),
});
const notice = (...targets: Array<{ type: string; code: string }>) => ({
  app: "募集回",
  title: "期限です",
  targets,
});
const reaches = (
  targets: Array<{ type: string; code: string }>,
  { members = 1, hasSociety = true } = {},
): boolean =>
  findUnreachable([notice(...targets)], directory(members), hasSociety)
    .length === 0;

describe("findUnreachable", () => {
  test("a group with somebody in it is reached, an empty one is not", () => {
    expect(reaches([group])).toBe(true);
    expect(reaches([group], { members: 0 })).toBe(false);
  });
  test("a group or an organisation that does not exist is not reached", () => {
    expect(reaches([{ type: "GROUP", code: "gone" }])).toBe(false);
    expect(reaches([{ type: "ORGANIZATION", code: "gone" }])).toBe(false);
  });
  test("a user who has left is not reached", () => {
    expect(reaches([{ type: "USER", code: "sato" }])).toBe(true);
    expect(reaches([{ type: "USER", code: "left" }])).toBe(false);
  });
  test("one target of several is enough, and none is too few", () => {
    expect(reaches([{ type: "USER", code: "left" }, group])).toBe(true);
    expect(reaches([])).toBe(false);
  });
  test("the societies are reached when one of them has staff", () => {
    const society = { type: "FIELD_ENTITY", code: "organization" };
    expect(reaches([society])).toBe(true);
    expect(reaches([society], { hasSociety: false })).toBe(false);
  });
  test("everybody is always somebody", () => {
    expect(reaches([{ type: "GROUP", code: "everyone" }])).toBe(true);
  });
});
