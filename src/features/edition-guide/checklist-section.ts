import { html, nothing } from "lit/html.js";
import { hasScore } from "../../apps/parts/programme-parts.ts";
import type { AppRecord } from "../../apps/records.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { SettingsSection } from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { draw } from "../../ui/root.ts";
import { createChecklistEditor } from "./checklist-editor.ts";
import type { Items } from "./checklist-editor.ts";
import type { ChecklistPart } from "./checklist-part.ts";
import { renderChecklistPart } from "./checklist-part.ts";
import { toItemRows, toRows } from "./guide-form.ts";
import { renderGuideReading } from "./guide-view.ts";
import { listEditions } from "./guide-section.ts";
import { messages } from "./messages.ts";

type Edition = AppRecord<"editions">;

type Work = {
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly items: Items;
  readonly part: () => ChecklistPart;
};

type State =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "working"; readonly work: Work };

const isSame = ({ edition, items }: Work): boolean =>
  JSON.stringify(toRows(edition)) === JSON.stringify(items.rows) &&
  (edition.checklistStatus === "公式") === items.isOfficial;

/** チェックシートを取り込む: into an edition that is there already. */
export const checklistImport: SettingsSection = {
  id: "checklist-import",
  isFor: hasScore,
  mount: (space, context) => {
    const { gateway, programme, language } = context;
    const t = createTranslator(messages, language);
    let state: State = { kind: "closed" };
    let note: { kind: "info" | "error"; text: string } | null = null;

    const become = (next: State): void => {
      state = next;
      show();
    };
    const fail = (error: unknown): void => {
      console.error("suisen: checklist", error);
      note = { kind: "error", text: toMessage(error, language) };
    };

    const begin = (editions: readonly Edition[], edition: Edition): void => {
      const items: Items = {
        rows: [],
        isOfficial: edition.checklistStatus === "公式",
      };
      const part = createChecklistEditor({
        t,
        id: "edition",
        programme,
        items,
        editions: editions.filter(({ id }) => id !== edition.id),
        threshold: () => String(edition.threshold ?? ""),
        onChange: () => show(),
      });
      become({ kind: "working", work: { editions, edition, items, part } });
    };

    const open = async (): Promise<void> => {
      note = null;
      become({ kind: "reading" });
      try {
        const editions = await listEditions(context);
        const [first] = editions;
        if (first === undefined) {
          note = { kind: "error", text: t("noEdition") };
          become({ kind: "closed" });
        } else begin(editions, first);
      } catch (error) {
        fail(error);
        become({ kind: "closed" });
      }
    };

    const put = async ({ edition, items }: Work): Promise<void> => {
      become({ kind: "reading" });
      try {
        await gateway.updateRecord(
          "editions",
          edition.id,
          {
            checklist: toItemRows(items.rows),
            checklistStatus: items.isOfficial ? "公式" : "サンプル",
          },
          edition.revision,
        );
        note = {
          kind: "info",
          text: t("putDone", {
            count: items.rows.length,
            name: edition.name,
          }),
        };
        context.onChanged();
      } catch (error) {
        fail(error);
      }
      become({ kind: "closed" });
    };

    const renderWork = (work: Work) => {
      const { editions, edition, items } = work;
      const count = items.rows.length;
      const present = edition.checklist.length;
      return html`<label
          >${t("checklistFor")}
          <select
            class="suisen-input"
            @change=${(event: Event) => {
              if (!(event.target instanceof HTMLSelectElement)) return;
              const chosen = editions[event.target.selectedIndex];
              if (chosen !== undefined) begin(editions, chosen);
            }}
          >
            ${editions.map(
              ({ id, name }) =>
                html`<option ?selected=${id === edition.id}>${name}</option>`,
            )}
          </select></label
        >
        ${renderChecklistPart(work.part())}
        ${
          count > 0 && present > 0 && !isSame(work)
            ? html`<p>${t("replaces", { count: present })}</p>`
            : nothing
        }
        ${count > 0 && isSame(work) ? html`<p>${t("same")}</p>` : nothing}
        <div class="suisen-import-sources">
          ${
            count === 0 || isSame(work)
              ? nothing
              : renderButton(t("put", { count }), () => void put(work), {
                  isPrimary: true,
                })
          }
          ${renderButton(t("close"), () => become({ kind: "closed" }))}
        </div>`;
    };

    const renderState = () => {
      if (state.kind === "reading") return renderGuideReading(t("reading"));
      return state.kind === "working"
        ? renderWork(state.work)
        : renderButton(t("checklistTitle"), () => void open());
    };

    const show = (): void =>
      draw(
        space,
        html`<section class="suisen-card suisen-import">
          <h3>${t("checklist")}</h3>
          <p class="suisen-secondary">${t("checklistIntro")}</p>
          ${note === null ? nothing : renderNotice(note.kind, note.text)}
          ${renderState()}
        </section>`,
      );
    show();
  },
};
