import type { AppRecord } from "../../apps/records.ts";
import { where } from "../../kintone/query.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { appFieldCodes } from "../../apps/records.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { readFormSteps, readingSteps } from "excel-form";
import { workInSlices } from "../../ui/in-slices.ts";
import { openFormSteps } from "../../report/open-form.ts";
import type { Form, Progress, Reading, ReportMap, Steps } from "excel-form";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

/** The records that a filled form is compared with. */
type ReturnRecords = {
  readonly edition: AppRecord<"editions">;
  readonly nominations: ReadonlyArray<AppRecord<"nominations">>;
  readonly societies: ReadonlyArray<
    Pick<AppRecord<"societies">, "name" | "code">
  >;
};

/** `null` map: none was confirmed, or it was saved for another form. */
export type ReturnSource = {
  readonly records: ReturnRecords;
  readonly map:
    | {
        readonly kind: "ready";
        readonly map: ReportMap;
        /** The edition's blank. */
        readonly form: Form;
      }
    | { readonly kind: "missing" | "stale" };
};

const judge = async (
  { programme }: Pick<Gateway, "programme">,
  file: { name: string; bytes: Uint8Array } | null,
  mapText: string,
): Promise<ReturnSource["map"]> => {
  if (file !== null && mapText.trim() === "") return { kind: "missing" };
  const { form, map } = await workInSlices(
    openFormSteps({ programme, file, mapText }),
    {
      isCancelled: () => false,
    },
  );
  return form.fingerprint === map.form.fingerprint
    ? { kind: "ready", map, form }
    : { kind: "stale" };
};

/** @throws AppError of the gateway, or `report/…` when the edition's form or map is unusable */
export const loadReturnSource = async (
  gateway: Gateway,
  editionId: string,
): Promise<ReturnSource> => {
  const edition = await gateway.fetchRecord("editions", editionId);
  const [nominations, societies, file] = await Promise.all([
    gateway.listRecords("nominations", {
      fields: ["status", ...appFieldCodes("nominations")],
      condition: where("edition", "=", edition.name),
    }),
    gateway.listRecords("societies", { fields: ["name", "code"] }),
    downloadForm(gateway, edition),
  ]);
  return {
    records: { edition, nominations, societies },
    map: await judge(gateway, file, edition.formMap),
  };
};

/**
 * Reads the data of a filled form, with what is doubtful in it, in steps.
 *
 * @throws AppError `report/other-form`, `report/other-edition` and those of `readForm`
 */
export function* returnedSteps(
  bytes: Uint8Array,
  { map, form: blank }: { readonly map: ReportMap; readonly form: Form },
): Steps<Reading, Progress> {
  const form = yield* readFormSteps(bytes);
  return yield* readingSteps(CATALOGUE, form, map, blank);
}
