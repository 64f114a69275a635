import { describe, expect, test } from "vitest";
import { parseOptions } from "../../../scripts/command-line/options.ts";
import { toSentence } from "../../../scripts/command-line/to-sentence.ts";

const specs = {
  port: { kind: "port", help: "port" },
  today: { kind: "day", help: "day" },
  scale: { kind: "count", help: "number" },
  data: { kind: "text", help: "folder" },
  json: { kind: "flag", help: "JSON" },
} as const;

describe("options of a command", () => {
  test("are read by their kind, and absent ones are undefined or false", () => {
    const { values, positionals } = parseOptions(specs, [
      "--port",
      "0",
      "--today=2024-02-29",
      "a",
      "--json",
    ]);
    expect(values).toEqual({
      port: 0,
      today: "2024-02-29",
      scale: undefined,
      data: undefined,
      json: true,
    });
    expect(positionals).toEqual(["a"]);
  });

  test.each([
    [["--nope"], "There is no option --nope"],
    [["-x"], "There is no option -x"],
    [["--toString"], "There is no option --toString"],
    [["--port"], "--port needs a value"],
    [["--port", "--json"], "--port needs a value"],
    [["--port", "65536"], "--port takes a port"],
    [["--today", "2022-02-30"], "--today takes a day"],
    [["--today", "20220720"], "--today takes a day"],
    [["--scale", "-1"], "--scale takes a whole number"],
    [["--json=yes"], "--json takes no value"],
    [["--json", "--json"], "--json is given twice"],
  ])("%j is refused in one sentence", (args, sentence) => {
    expect(() => parseOptions(specs, args)).toThrow(sentence);
  });
});

describe("what went wrong", () => {
  test("a taken port names the port and the way out", () => {
    const error = Object.assign(new Error("listen EADDRINUSE"), {
      code: "EADDRINUSE",
      port: 8080,
    });
    expect(toSentence(error)).toMatch(/^Port 8080 is taken: .*--port/u);
  });

  test("is one line without a stack", () => {
    const error = new Error("The manifest is refused:\n  at line 3");
    expect(toSentence(error)).toBe("The manifest is refused:");
  });
});
