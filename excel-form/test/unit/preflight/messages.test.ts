import { expect, test } from "vitest";
import { preflightMessages } from "../../../src/preflight/messages.ts";

test("a value that runs the other way or is not seen turns no sentence", () => {
  const { ja, en } = preflightMessages.controlCharacters({
    label: { ja: "業種", en: "Industry" },
    value: "\u202eぎょう\u200b\u0007種",
  });
  expect(ja).toContain("「業種」の「□ぎょう□□種」に");
  expect(en).toContain("“□ぎょう□□種”");
});
