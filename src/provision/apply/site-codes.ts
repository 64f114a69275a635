import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { AppKey } from "../../apps/index.ts";
import { STATUS_FIELD } from "../../apps/parts/conditions.ts";
import { renameStatus, statusCodeIn } from "../site/status-code.ts";
import { idOf, type ApplyContext } from "./context.ts";

/** The declared settings with the code that this site gave the status field. */
export const inSiteCodes = async (
  context: ApplyContext,
  key: AppKey,
): Promise<AppSettings> => {
  const settings = context.desired.apps[key];
  if (settings.process.enable !== true) return settings;
  const { properties } = await context.connection.client.app.getFormFields({
    app: idOf(context, key),
    preview: true,
  });
  // Only the types of the fields are read.
  const fields = properties as unknown as AppSettings["fields"];
  return renameStatus(settings, STATUS_FIELD, statusCodeIn(fields));
};
