import { expect, test } from "vitest";
import { preselectMessages } from "../../../src/feature-kit/preselect-messages.ts";
import { warnUnlessFoundAlone } from "../../../src/feature-kit/preselect.ts";
import { createTranslator } from "../../../src/i18n/translate.ts";
import { where } from "../../../src/kintone/query.ts";
import type { Gateway } from "../../../src/kintone/gateway.ts";
import type { Page } from "../../../src/kintone/page.ts";

const warningsFor = async (found: readonly string[]): Promise<string[]> => {
  const told: string[] = [];
  const asked: unknown[] = [];
  await warnUnlessFoundAlone(
    {
      gateway: {
        listRecords: (_app: string, { condition }: { condition: unknown }) => {
          asked.push(condition);
          return Promise.resolve(found.map((name) => ({ name })));
        },
      } as unknown as Gateway,
      page: {
        notify: (_type: string, message: string) => {
          told.push(message);
          return Promise.resolve();
        },
      } as unknown as Page,
      t: createTranslator(preselectMessages, "ja"),
    },
    "societies",
    "青浜商工会",
  );
  expect(asked).toEqual([where("name", "like", "青浜商工会")]);
  return told;
};

const sentence =
  "「青浜商工会」は自動で取得できないことがあります。取得されていないときは、「取得」を押して選んでください。";

test("a society that a search finds alone is chosen without a word", async () => {
  expect(await warningsFor(["青浜商工会"])).toEqual([]);
});

test.each([
  ["another name contains it", ["青浜商工会", "新青浜商工会"]],
  ["the search does not know it yet", []],
])("a society is said to need a press where %s", async (_title, found) => {
  expect(await warningsFor(found)).toEqual([sentence]);
});
