import { render } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

/** An element for `openDialog`, which takes elements only. */
export const createDialogBody = (template: TemplateResult): HTMLElement => {
  const body = document.createElement("div");
  body.className = "suisen-root suisen-dialog-body";
  render(template, body);
  return body;
};
