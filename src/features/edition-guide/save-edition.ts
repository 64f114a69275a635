import type { AppRecord } from "../../apps/records.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import type { Programme } from "../../programmes/index.ts";
import { toEdition } from "./guide-form.ts";
import type { GuideForm } from "./guide-form.ts";

type Edition = AppRecord<"editions">;

const sendForm = async (
  gateway: Gateway,
  file: File,
): Promise<Array<{ fileKey: string }>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return [{ fileKey: await gateway.uploadFile({ name: file.name, bytes }) }];
};

/** A record's file belongs to it: another record needs a copy that was sent again. */
const copyFile = async (
  gateway: Gateway,
  previous: Edition | null,
): Promise<Array<{ fileKey: string }>> => {
  if (previous === null) return [];
  const file = await downloadForm(gateway, previous);
  return file === null ? [] : [{ fileKey: await gateway.uploadFile(file) }];
};

/** Adds the edition with its form: the one that has come, or the last one. */
export const saveEdition = async (
  gateway: Gateway,
  {
    programme,
    form,
    previous,
    state,
  }: {
    readonly programme: Programme;
    readonly form: GuideForm;
    readonly previous: Edition | null;
    readonly state: "準備中" | "募集中";
  },
): Promise<{ id: string }> =>
  gateway.addRecord("editions", {
    ...toEdition(programme, form, previous, state),
    formFile:
      form.blankForm === null
        ? await copyFile(gateway, previous)
        : await sendForm(gateway, form.blankForm),
  });
