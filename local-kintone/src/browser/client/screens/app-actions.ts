import { html, nothing } from "lit";
import { boot, bootApp, c } from "../boot.ts";
import type { FieldRecord } from "../record/types.ts";
import { pageRoute } from "../rest.ts";
import { t } from "../words.ts";
import { isActionShown } from "./visibility.ts";

/** A button that begins a record in another app with values of this one. */
export type AppAction = {
  id: string;
  name: string;
  destApp: number;
  guestSpaceId: number | null;
};

export const loadActions = async (record: number): Promise<AppAction[]> => {
  const { actions } = await pageRoute<{ actions: AppAction[] }>(
    "GET",
    "app-actions",
    { app: bootApp().id, record },
  );
  return actions;
};

/** Which record an action took its values from; addresses of the create page carry it. */
export type ActionSource = { app: number; record: number; action: string };

export const readActionSource = (search: string): ActionSource | null => {
  const params = new URLSearchParams(search);
  const action = params.get("action");
  if (action === null) return null;
  return {
    app: Number(params.get("from")),
    record: Number(params.get("record")),
    action,
  };
};

/** Values for the new record, by field code. */
export const loadActionValues = async (
  source: ActionSource,
): Promise<FieldRecord> => {
  const { values } = await pageRoute<{ values: FieldRecord }>(
    "GET",
    "action-values",
    source,
  );
  return values;
};

const address = (record: number, action: AppAction): string => {
  const { id, destApp, guestSpaceId } = action;
  const folder = guestSpaceId === null ? "/k" : `/k/guest/${guestSpaceId}`;
  const device = boot.mobile ? "/m" : "";
  const query = `action=${id}&from=${bootApp().id}&record=${record}`;
  return `${folder}${device}/${destApp}/edit?${query}`;
};

/** The buttons of a detail page. */
export const actionButtons = (record: number, actions: AppAction[]) => {
  const shown = actions.filter(({ name }) => isActionShown(name));
  if (shown.length === 0) return nothing;
  return html`<div
    class=${c("toolbar")}
    role="group"
    aria-label=${t("appActions")}
  >
    ${shown.map(
      (action) =>
        html`<a
          class=${c("button", "button-action")}
          href=${address(record, action)}
          >${action.name}</a
        >`,
    )}
  </div>`;
};
