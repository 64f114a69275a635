import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { ReturnPage } from "./return-page.ts";

/** The drop area for a filled form, with the reason why the last one was refused. */
export const renderDrop = (page: ReturnPage, error: unknown): TemplateResult =>
  html`${
      error === null
        ? nothing
        : renderNotice(
            "error",
            `${toMessage(error, page.t.language)} ${page.t("refused")}`,
          )
    }
    <div
      class="suisen-return-drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) page.onFile(file);
      }}
    >
      <p>${page.t("drop")}</p>
      <label class="suisen-button suisen-return-choose"
        >${page.t("choose")}
        <input
          class="suisen-visually-hidden"
          type="file"
          accept=".xlsx,.xlsm"
          @change=${(event: Event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            const file = event.target.files?.[0];
            // The same file may be chosen again after a correction.
            event.target.value = "";
            if (file) page.onFile(file);
          }}
        />
      </label>
      <p class="suisen-secondary">${page.t("nothingYet")}</p>
    </div>`;
