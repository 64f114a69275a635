import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { c } from "../../boot.ts";
import type { Entity, FileInfo } from "../../record/types.ts";
import { t } from "../../words.ts";
import { describedBy, isOff, ownName } from "./context.ts";
import type { EditorContext } from "./context.ts";

const chip = (name: string, onRemove: () => void, isLocked: boolean) =>
  html`<li class=${c("chip")}>
    <span>${name}</span>
    ${
      isLocked
        ? nothing
        : html`<button
            type="button"
            class=${c("chip-remove")}
            aria-label=${`${name} ${t("remove")}`}
            @click=${onRemove}
          >
            ×
          </button>`
    }
  </li>`;

export const entities = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  // The three selections hold lists of entities.
  const now = cell.value as Entity[];
  return html`<div
    id=${context.id}
    class=${c("picker")}
    role="group"
    aria-labelledby=${context.inTable ? nothing : `${context.id}-label`}
    aria-label=${ownName(context)}
    aria-describedby=${describedBy(context)}
  >
    <ul class=${c("chips")}>
      ${now.map((entity) =>
        chip(
          entity.name,
          () => host.commit(now.filter((it) => it.code !== entity.code)),
          isOff(context),
        ),
      )}
    </ul>
    <button
      type="button"
      class=${c("button", "button-plain")}
      aria-label=${`${context.label} ${t("choose")}`}
      ?disabled=${isOff(context)}
      @click=${() => host.pickEntities()}
    >
      ${t("choose")}
    </button>
  </div>`;
};

export const files = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  // FILE holds a list of files.
  const now = cell.value as FileInfo[];
  const add = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    host.addFiles([...(field.files ?? [])]);
    field.value = "";
  };
  return html`<div class=${c("picker")}>
    <ul class=${c("chips")}>
      ${now.map((file) =>
        chip(
          file.name,
          () => host.commit(now.filter((it) => it !== file)),
          isOff(context),
        ),
      )}
    </ul>
    <input
      id=${context.id}
      type="file"
      multiple
      aria-label=${ownName(context)}
      aria-describedby=${describedBy(context)}
      ?disabled=${isOff(context)}
      @change=${add}
    />
  </div>`;
};
