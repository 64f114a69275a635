import { html, render } from "lit";
import { live } from "lit/directives/live.js";
import { c, uid } from "../boot.ts";
import type { Entity } from "../record/types.ts";
import { rest } from "../rest.ts";
import { t } from "../words.ts";
import { createDialog } from "./dialog.ts";
import { element } from "../dom.ts";

type Listing = Record<string, Array<Entity & { valid?: boolean }>>;

/** By field type: where the candidates come from. */
const sources: Record<string, { path: string; key: string }> = {
  USER_SELECT: { path: "/v1/users", key: "users" },
  ORGANIZATION_SELECT: { path: "/v1/organizations", key: "organizations" },
  GROUP_SELECT: { path: "/v1/groups", key: "groups" },
};

const PAGE = 100;

/** Everybody of a kind, in pages of the User API. */
export const listEntities = async (fieldType: string): Promise<Entity[]> => {
  const source = sources[fieldType];
  if (!source) throw new Error(`Nothing to pick for ${fieldType}`);
  const found: Entity[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await rest<Listing>("GET", source.path, {
      size: PAGE,
      offset,
    });
    const items = page[source.key] ?? [];
    found.push(
      ...items
        .filter(({ valid }) => valid !== false)
        .map(({ code, name }) => ({ code, name })),
    );
    if (items.length < PAGE) return found;
  }
};

const matches = (entity: Entity, word: string): boolean =>
  `${entity.name} ${entity.code}`.toLowerCase().includes(word.toLowerCase());

/** Lets the user choose; null when the dialog was left without OK. */
export const pickEntities = async (
  title: string,
  candidates: Entity[],
  chosen: Entity[],
  isSingle = false,
): Promise<Entity[] | null> => {
  const body = element("div", "pick-body");
  const now = new Map(chosen.map((entity) => [entity.code, entity]));
  const group = uid();
  let word = "";

  const toggle = (entity: Entity): void => {
    if (isSingle) now.clear();
    if (now.has(entity.code)) now.delete(entity.code);
    else now.set(entity.code, entity);
    draw();
  };
  const draw = (): void => {
    render(
      html`<label class=${c("pick-search")}
          >${t("search")}
          <input
            type="search"
            class=${c("input")}
            .value=${live(word)}
            @input=${(event: Event) => {
              word = (event.target as HTMLInputElement).value;
              draw();
            }}
        /></label>
        <div class=${c("pick-list")} role="group" aria-label=${title}>
          ${candidates
            .filter((entity) => matches(entity, word))
            .map(
              (entity) =>
                html`<label class=${c("pick-item")}
                  ><input
                    type=${isSingle ? "radio" : "checkbox"}
                    name=${group}
                    .checked=${live(now.has(entity.code))}
                    @change=${() => toggle(entity)}
                  /><span>${entity.name}</span></label
                >`,
            )}
        </div>`,
      body,
    );
  };
  draw();
  const dialog = createDialog({
    title,
    body,
    showCancelButton: true,
    showCloseButton: true,
  });
  return (await dialog.show()) === "OK" ? [...now.values()] : null;
};
