import { html, render } from "lit";
import { c } from "../boot.ts";
import { PageRestError } from "../rest.ts";
import { t } from "../words.ts";
import { main } from "./current.ts";

/** Instead of a page that this user may not see; says no more than that. */
export const showRefusal = (text: string): void => {
  render(html`<p class=${c("refusal")} role="alert">${text}</p>`, main());
};

const isMissing = (error: unknown): error is PageRestError =>
  error instanceof PageRestError && error.status >= 400 && error.status < 500;

/** Turns a refused call of the page into a refusal page; anything else is a bug. */
export const refuseOrThrow = (error: unknown): void => {
  if (!isMissing(error)) throw error;
  showRefusal(error.status === 404 ? t("notFound") : t("refused"));
};
