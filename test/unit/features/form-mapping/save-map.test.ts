import { expect, test } from "vitest";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import { AppError } from "../../../../src/errors/app-error.ts";
import { saveMap } from "../../../../src/features/form-mapping/save-map.ts";
import type { Gateway } from "../../../../src/kintone/gateway.ts";
import { proposeMap, readForm } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const bytes = new Uint8Array(readBlankForm("b01-status-reply.xlsx"));
const map = proposeMap(VOCABULARY, readForm(bytes));

/**
 * The edition was saved by another user since it was read; this is its current
 * state.
 */
const conflictWith = async (now: {
  formMap?: string;
  name?: string;
  bytes?: Uint8Array;
}): Promise<string> => {
  const gateway = {
    updateRecord: () =>
      Promise.reject(new AppError("kintone/changed-meanwhile")),
    fetchRecord: () =>
      Promise.resolve({
        ...parseAppRecord("editions", {}),
        revision: "8",
        formMap: now.formMap ?? "",
        formFile: [
          {
            name: now.name ?? "様式.xlsx",
            size: bytes.length,
            fileKey: "another one after every save",
          },
        ],
      }),
    downloadFile: () => Promise.resolve(now.bytes ?? bytes),
  } as unknown as Gateway;
  const outcome = await saveMap(
    { gateway },
    {
      id: "1",
      revision: "7",
      mapText: "",
      file: { name: "様式.xlsx", bytes },
    },
    map,
  );
  return outcome.kind === "conflict"
    ? `${outcome.with} ${outcome.base.revision}`
    : outcome.kind;
};

test("what else was changed in the edition does not matter, and saving goes on from there", async () => {
  expect(await conflictWith({})).toBe("elsewhere 8");
});

test("another map is told", async () => {
  expect(await conflictWith({ formMap: "{}" })).toBe("map 8");
});

test("another form is told, even one of the same name and size", async () => {
  const other = bytes.slice();
  other[other.length - 1] = 1 + (other[other.length - 1] ?? 0);
  expect(await conflictWith({ bytes: other })).toBe("file 7");
  expect(await conflictWith({ name: "差替.xlsx" })).toBe("file 7");
});
