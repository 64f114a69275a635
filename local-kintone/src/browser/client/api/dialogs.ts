import { createDialog } from "../ui/dialog.ts";
import type { CloseAction, Dialog, DialogConfig } from "../ui/dialog.ts";
import { element } from "../dom.ts";
import { showLoading } from "../ui/loading.ts";
import { showNotification } from "../notification.ts";

type ConfirmConfig = Omit<DialogConfig, "body" | "beforeClose"> & {
  body?: string;
};

const checked = (config: DialogConfig): DialogConfig => {
  if (config.body !== undefined && !(config.body instanceof Element))
    throw new TypeError("createDialog: body is an Element");
  return config;
};

const create = async (config: DialogConfig = {}): Promise<Dialog> =>
  createDialog(checked(config));

/** A confirmation always offers a way out. */
const confirm = async (config: ConfirmConfig = {}): Promise<CloseAction> => {
  const { body, ...rest } = config;
  const dialog = createDialog({
    showCancelButton: true,
    ...rest,
    ...(body === undefined
      ? {}
      : { body: element("p", "dialog-text", String(body)) }),
  });
  const reason = await dialog.show();
  return reason === "FUNCTION" ? "CLOSE" : reason;
};

/** PC names. @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/create-dialog/ */
export const dialogs = {
  createDialog: create,
  showConfirmDialog: confirm,
  showNotification: async (type: string, message: string) =>
    showNotification(type, message),
  showLoading: async (state: string) => showLoading(state),
};

/** Mobile names for the same. */
export const mobileDialogs = {
  createBottomSheet: create,
  showConfirmBottomSheet: confirm,
  showNotification: dialogs.showNotification,
  showLoading: dialogs.showLoading,
};
