import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { bootApp, c } from "../boot.ts";
import { pageRoute, rest, uploadFile } from "../rest.ts";
import { t } from "../words.ts";

export type Addable = {
  plugins: Array<{ id: string; name: string; version: string }>;
  mayInstall: boolean;
};

export const loadAddable = (): Promise<Addable> =>
  pageRoute<Addable>("GET", "addable-plugins", { app: bootApp().id });

const add = (id: string): Promise<unknown> =>
  rest("POST", "/k/v1/preview/app/plugins", { app: bootApp().id, ids: [id] });

const readIn = async (file: File): Promise<void> => {
  const fileKey = await uploadFile(file);
  await pageRoute("POST", "plugin-upload", { fileKey });
};

const uploader = (run: (work: Promise<unknown>) => void): TemplateResult =>
  html`<label
    >${t("readInPlugin")}
    <input
      type="file"
      class=${c("input")}
      accept=".zip"
      @change=${(event: Event) => {
        const [file] = (event.target as HTMLInputElement).files ?? [];
        if (file) run(readIn(file));
      }}
  /></label>`;

const chooser = (
  { plugins }: Addable,
  run: (work: Promise<unknown>) => void,
): TemplateResult =>
  html`<form
    class=${c("toolbar")}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      run(add(String(new FormData(form).get("plugin"))));
    }}
  >
    <label
      >${t("addPlugin")}
      <select name="plugin" class=${c("input", "select")}>
        ${plugins.map(
          ({ id, name, version }) =>
            html`<option value=${id}>${name} (${version})</option>`,
        )}
      </select></label
    >
    <button class=${c("button", "button-primary")}>${t("addDo")}</button>
  </form>`;

/** Adds an installed plugin to the app; administrators of the site also read in new ones. */
export const addPluginPart = (
  addable: Addable,
  run: (work: Promise<unknown>) => void,
): TemplateResult =>
  html`${addable.plugins.length > 0 ? chooser(addable, run) : nothing}
  ${addable.mayInstall ? uploader(run) : nothing}`;
