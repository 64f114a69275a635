import { describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/provision/command.ts";
import { programmes } from "../../../src/programmes/index.ts";
import { toProvisionMessage } from "../../../src/provision/terminal-message.ts";

const environment = {
  KINTONE_BASE_URL: "https://example.cybozu.com/k/",
  KINTONE_USERNAME: "admin",
  KINTONE_PASSWORD: "secret",
};

const messageOf = (args: string[], given: Record<string, string>): string => {
  try {
    parseCommand(args, given);
    return "";
  } catch (error) {
    return toProvisionMessage(error, "ja");
  }
};

describe("parseCommand", () => {
  test("without options everything is applied and nothing deleted", () => {
    expect(parseCommand([], environment)).toEqual({
      baseUrl: "https://example.cybozu.com",
      auth: { username: "admin", password: "secret" },
      programme: programmes[0],
      isDryRun: false,
      prune: false,
      isSure: false,
      reinstallPlugin: false,
      replacePlugin: false,
      sampleEdition: false,
      pluginPath: null,
    });
  });

  test("a programme is named by its id, and an unknown one is told with those that there are", () => {
    for (const programme of programmes) {
      const command = parseCommand(["--programme", programme.id], environment);
      expect(command).toMatchObject({ programme });
    }
    const text = messageOf(["--programme", "grand-prix"], environment);
    expect(text).toContain("grand-prix");
    for (const { id } of programmes) expect(text).toContain(id);
  });

  test.each([
    ["--proxy", "clerk:hunter2@proxy.example:8080"],
    ["--base-url", "ftp://clerk:hunter2@example.cybozu.com"],
  ])(
    "the login in an address that %s cannot take is not printed",
    (option, address) => {
      const text = messageOf([option, address], environment);
      expect(text).toContain("接続先として使えません");
      expect(text).not.toContain("hunter2");
    },
  );

  test.each(["--pasword=hunter2", "--password=--hunter2"])(
    "the value of an option that is not understood is not printed",
    (option) => {
      const text = messageOf([option], environment);
      expect(text).toContain(option.slice(0, option.indexOf("=")));
      expect(text).not.toContain("hunter2");
    },
  );

  test("options may come in any order", () => {
    expect(
      parseCommand(
        [
          "--prune",
          "--plugin",
          "dist/plugin.zip",
          "--plan",
          "--sample-edition",
        ],
        environment,
      ),
    ).toMatchObject({
      isDryRun: true,
      prune: true,
      sampleEdition: true,
      reinstallPlugin: false,
      pluginPath: "dist/plugin.zip",
    });
  });

  test.each([
    [["--purge"], environment, "--purge"],
    [["--plugin"], environment, "--plugin"],
    [["--plugin", "--plan"], environment, "--plugin"],
    [[], {}, "KINTONE_BASE_URL, KINTONE_USERNAME, KINTONE_PASSWORD"],
    [[], { ...environment, KINTONE_PASSWORD: "" }, "KINTONE_PASSWORD"],
    [
      [],
      { ...environment, KINTONE_BASE_URL: "example.cybozu.com" },
      "example.cybozu.com",
    ],
    [
      [],
      { ...environment, KINTONE_BASE_URL: "ftp://example.com" },
      "ftp://example.com",
    ],
  ])("%j is refused, naming %3$s", (args, given, named) => {
    expect(messageOf(args, given)).toContain(named);
  });
});
