import { expect, test } from "vitest";
import {
  isSecurityActionIdOdd,
  securityActionGeneration,
} from "../../../src/domain/security-action-id.ts";

test.each([
  ["40000000001", "old", false],
  ["50000000001", "new", false],
  ["４００００００００１２", "old", false],
  ["12345678901", null, true],
  ["4000000001", null, true],
  ["400000000011", null, true],
  ["4000000000A", null, true],
  ["", null, false],
  ["  ", null, false],
])("%j is of the generation %s", (id, generation, isOdd) => {
  expect(securityActionGeneration(id)).toBe(generation);
  expect(isSecurityActionIdOdd(id)).toBe(isOdd);
});
