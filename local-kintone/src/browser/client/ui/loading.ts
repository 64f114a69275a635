import { t } from "../words.ts";
import { element } from "../dom.ts";

let shown: HTMLElement | null = null;

/** Covers the screen; there is only one. @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/show-loading/ */
export const showLoading = (state: string): void => {
  if (state !== "VISIBLE" && state !== "HIDDEN")
    throw new TypeError(`showLoading: unknown state ${state}`);
  shown?.remove();
  shown = null;
  if (state === "HIDDEN") return;
  shown = element("div", "loading");
  shown.setAttribute("role", "status");
  shown.append(element("span", "loading-text", t("loading")));
  document.body.append(shown);
};
