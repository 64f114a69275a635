import { c } from "./boot.ts";
import { t } from "./words.ts";
import { button, element } from "./dom.ts";

const types: readonly string[] = ["ERROR", "SUCCESS", "INFO"];

let shown: HTMLElement | null = null;

export const hideNotification = (): void => {
  shown?.remove();
  shown = null;
};

/**
 * A message at the top of the page; one at a time, until it is closed or replaced.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/show-notification/
 */
export const showNotification = (type: string, message: string): void => {
  if (!types.includes(type))
    throw new TypeError(`showNotification: unknown type ${type}`);
  hideNotification();
  const box = element("div", "notification");
  box.classList.add(c(`notification-${type.toLowerCase()}`));
  box.setAttribute("role", type === "ERROR" ? "alert" : "status");
  const text = element("div", "notification-text", String(message));
  box.append(text, button("×", "notification-close", hideNotification));
  box.querySelector("button")?.setAttribute("aria-label", t("close"));
  document.body.append(box);
  shown = box;
};
