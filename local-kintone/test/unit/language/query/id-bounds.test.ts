import { expect, test } from "vitest";
import { idBoundsOf } from "../../../../src/language/query/id-bounds.ts";
import { parseCondition } from "../../../../src/language/query/parser.ts";

const NONE = { above: -Infinity, below: Infinity };

test.each([
  ["", NONE],
  ['$id > "20"', { above: 20, below: Infinity }],
  ['$id < 30 and $id > 20 and name = "a"', { above: 20, below: 30 }],
  ["($id > 20 and $id > 25) and ($id < 9)", { above: 25, below: 9 }],
  ["$id > 20 or $id < 3", NONE],
  ['$id > 20 and ($id < 9 or name = "a")', { above: 20, below: Infinity }],
  ['$id > "abc"', NONE],
  ["$id >= 20", NONE],
  ["list.$id > 20", NONE],
  ["number > 20", NONE],
])("the record ids between which %s holds", (text, bounds) => {
  expect(idBoundsOf(parseCondition(text))).toEqual(bounds);
});
