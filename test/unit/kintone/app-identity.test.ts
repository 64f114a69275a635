import { expect, test } from "vitest";
import { appKeys } from "../../../src/apps/index.ts";
import { declareApps } from "../../../src/apps/declarations.ts";
import { identifyApp } from "../../../src/kintone/app-identity.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";

const declarations = declareApps(cloudPracticeAward);

test.each(appKeys)(
  "a page of %s is known by the fields that a society may see",
  (key) => {
    const { model, fieldRights } = declarations[key];
    const hidden = new Set(
      fieldRights.flatMap(({ code, entities }) =>
        entities.at(-1)?.accessibility === "NONE" ? code : [],
      ),
    );
    const seen = Object.keys(model.fields).filter((code) => !hidden.has(code));
    expect(identifyApp(seen)).toBe(key);
  },
);
