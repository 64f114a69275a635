import type { Dialog, DialogOptions } from "../kintone/page-api.ts";

type Action = Awaited<ReturnType<Dialog["show"]>>;

/**
 * A dialog of the browser's own, for the plugin's settings page: whether
 * `kintone.createDialog` works there is documented nowhere.
 */
export const openInlineDialog = ({
  title,
  body,
  beforeClose,
}: DialogOptions): Promise<Dialog> => {
  const dialog = document.createElement("dialog");
  dialog.className = "suisen-root suisen-dialog";
  dialog.setAttribute("aria-label", title);
  const head = document.createElement("div");
  head.className = "suisen-dialog-head";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const leave = document.createElement("button");
  leave.type = "button";
  leave.className = "suisen-button";
  leave.textContent = "×";
  leave.setAttribute("aria-label", "閉じる / Close");
  head.append(heading, leave);
  dialog.append(head, body);

  let finish: (action: Action) => void = () => undefined;
  const close = (action: Action): void => {
    dialog.close();
    dialog.remove();
    finish(action);
  };
  const ask = async (): Promise<void> => {
    if ((await beforeClose?.("CLOSE")) !== false) {
      close("CLOSE");
    }
  };
  leave.addEventListener("click", () => void ask());
  // Esc must ask like the button does. Chromium lets a page hold back `cancel`
  // only once between two clicks; the key itself it can always hold back.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    void ask();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    void ask();
  });
  return Promise.resolve({
    show: () =>
      new Promise<Action>((resolve) => {
        finish = resolve;
        document.body.append(dialog);
        dialog.showModal();
      }),
    close: () => close("OK"),
  });
};
