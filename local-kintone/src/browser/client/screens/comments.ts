import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { boot, bootApp, c } from "../boot.ts";
import type { Entity } from "../record/types.ts";
import { PageRestError, rest } from "../rest.ts";
import { listEntities, pickEntities } from "../ui/entity-picker.ts";
import { showNotification } from "../notification.ts";
import { showDateTime } from "../times.ts";
import { t } from "../words.ts";

type Mention = { code: string; type: "USER" | "GROUP" | "ORGANIZATION" };
type Comment = {
  id: string;
  text: string;
  createdAt: string;
  creator: Entity;
  mentions: Mention[];
};
type Page = { comments: Comment[]; older: boolean };
type Target = Mention & { name: string };

const PAGE = 10;

const kinds: Array<[Mention["type"], string]> = [
  ["USER", "USER_SELECT"],
  ["ORGANIZATION", "ORGANIZATION_SELECT"],
  ["GROUP", "GROUP_SELECT"],
];

const listTargets = async (): Promise<Target[]> => {
  const lists = await Promise.all(
    kinds.map(async ([type, field]) => {
      const entities = await listEntities(field);
      return entities.map((entity) => ({ ...entity, type }));
    }),
  );
  return lists.flat();
};

const keyOf = ({ type, code }: Mention): string => `${type}:${code}`;

/** Comments of a record: reading, writing with mentions, deleting one's own. */
export class Comments {
  readonly #recordId: number;
  readonly #redraw: () => void;
  #comments: Comment[] = [];
  #hasOlder = false;
  #text = "";
  #mentions: Target[] = [];

  constructor(recordId: number, redraw: () => void) {
    this.#recordId = recordId;
    this.#redraw = redraw;
  }

  async load(): Promise<void> {
    const page = await this.#page(0);
    this.#comments = page.comments;
    this.#hasOlder = page.older;
    this.#redraw();
  }

  template(): TemplateResult {
    return html`<section class=${c("comments")} aria-label=${t("comments")}>
      <h2 class=${c("side-title")}>${t("comments")}</h2>
      ${this.#writer()}
      <ol class=${c("comment-list")}>
        ${this.#comments.map((comment) => this.#one(comment))}
      </ol>
      ${
        this.#comments.length === 0
          ? html`<p class=${c("muted")}>${t("noComments")}</p>`
          : nothing
      }
      ${
        this.#hasOlder
          ? html`<button
              type="button"
              class=${c("button")}
              @click=${() => this.#run(this.#loadOlder())}
            >
              ${t("olderComments")}
            </button>`
          : nothing
      }
    </section>`;
  }

  #page(offset: number): Promise<Page> {
    return rest<Page>("GET", "/k/v1/record/comments", {
      app: bootApp().id,
      record: this.#recordId,
      order: "desc",
      offset,
      limit: PAGE,
    });
  }

  async #loadOlder(): Promise<void> {
    const page = await this.#page(this.#comments.length);
    this.#comments = [...this.#comments, ...page.comments];
    this.#hasOlder = page.older;
    this.#redraw();
  }

  async #send(): Promise<void> {
    await rest("POST", "/k/v1/record/comment", {
      app: bootApp().id,
      record: this.#recordId,
      comment: {
        text: this.#text,
        mentions: this.#mentions.map(({ code, type }) => ({ code, type })),
      },
    });
    this.#text = "";
    this.#mentions = [];
    await this.load();
  }

  async #remove(comment: Comment): Promise<void> {
    await rest("DELETE", "/k/v1/record/comment", {
      app: bootApp().id,
      record: this.#recordId,
      comment: comment.id,
    });
    await this.load();
  }

  async #pickMentions(): Promise<void> {
    const targets = await listTargets();
    const byKey = new Map(targets.map((target) => [keyOf(target), target]));
    const chosen = await pickEntities(
      t("mention"),
      targets.map((it) => ({ code: keyOf(it), name: it.name })),
      this.#mentions.map((it) => ({ code: keyOf(it), name: it.name })),
    );
    if (!chosen) return;
    this.#mentions = chosen.flatMap(({ code }) => byKey.get(code) ?? []);
    this.#redraw();
  }

  #run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof PageRestError)) throw error;
      showNotification("ERROR", error.body.message);
    });
  }

  #writer(): TemplateResult {
    return html`<div class=${c("comment-writer")}>
      <textarea
        class=${c("input", "area")}
        rows="3"
        aria-label=${t("writeComment")}
        placeholder=${t("writeComment")}
        .value=${live(this.#text)}
        @input=${(event: Event) => {
          this.#text = (event.target as HTMLTextAreaElement).value;
          this.#redraw();
        }}
      ></textarea>
      <div class=${c("comment-tools")}>
        <button
          type="button"
          class=${c("button", "button-plain")}
          @click=${() => this.#run(this.#pickMentions())}
        >
          ${t("mention")}
        </button>
        <span>${this.#mentions.map(({ name }) => `@${name}`).join(" ")}</span>
        <button
          type="button"
          class=${c("button", "button-primary")}
          ?disabled=${this.#text.trim() === "" && this.#mentions.length === 0}
          @click=${() => this.#run(this.#send())}
        >
          ${t("sendComment")}
        </button>
      </div>
    </div>`;
  }

  #one(comment: Comment): TemplateResult {
    const isMine = comment.creator.code === boot.user.code;
    return html`<li class=${c("comment")}>
      <div class=${c("comment-head")}>
        <strong>${comment.creator.name}</strong>
        <time datetime=${comment.createdAt}
          >${showDateTime(comment.createdAt)}</time
        >
        ${
          isMine
            ? html`<button
                type="button"
                class=${c("button", "button-link")}
                @click=${() => this.#run(this.#remove(comment))}
              >
                ${t("remove")}
              </button>`
            : nothing
        }
      </div>
      <span class=${c("comment-text")}>${comment.text}</span>
    </li>`;
  }
}
