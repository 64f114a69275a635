import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { formSettingsPath } from "../../kintone/plugin.ts";
import { downloadForm } from "../../kintone/report-records.ts";
import { messages } from "./messages.ts";
import type { StatusMessages } from "./messages.ts";
import { judgeForm } from "./view-model.ts";
import type { FormStatus } from "./view-model.ts";
import { renderStatus } from "./view.ts";

type Context = FeatureContext<StatusMessages>;

const SPACE = "suisenForm";

const fetchStatus = async ({
  gateway,
  programme,
  visit,
}: Context): Promise<FormStatus> => {
  const edition = visit.read("editions");
  try {
    const file = await downloadForm(gateway, edition);
    return file === null
      ? { kind: "noFile" }
      : judgeForm(programme, file.bytes, edition.formMap);
  } catch (error) {
    console.error("suisen: form", error);
    return { kind: "failed", error };
  }
};

/**
 * Shows the state of the form. The societies' staff, who may not change editions,
 * have nothing to do with it.
 */
const showStatus = async (context: Context): Promise<void> => {
  const { page, gateway, visit, t } = context;
  // The panel speaks for the map, whose text is for machines.
  page.setFieldShown("formMap", false);
  const { addRecord, editApp } = await page.fetchAppRights();
  page.setFieldShown(SPACE, addRecord);
  if (!addRecord) return;
  const { id, formFile } = visit.read("editions");
  const hasFile = formFile.length > 0;
  let status: FormStatus = { kind: hasFile ? "loading" : "noFile" };
  const { nominations } = await gateway.findApps();
  const hrefs = {
    settings: editApp ? formSettingsPath(page.appId, id) : null,
    sheets: nominations ? await page.buildListUrl(nominations) : null,
  };
  const isShown = showPanel(context, SPACE, "form-status", () =>
    renderStatus(t, status, hrefs),
  );
  if (!hasFile || isShown === null) return;
  void fetchStatus(context).then((found) => {
    status = found;
    visit.replace(visit.record());
  });
};

/** On the edition's own page: is its form ready to be filled? */
export const formStatus = defineFeature({
  id: "form-status",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": showStatus,
    "record.edit": showStatus,
    "record.detail": showStatus,
  },
});
