import { hasScore } from "../../apps/parts/programme-parts.ts";
import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { appFieldCodes } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { orderEditions } from "../../domain/edition-order.ts";
import { isPassed } from "../../domain/rehearse.ts";
import type { RehearsalResult } from "../../domain/rehearse.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { SettingsSection } from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { draw } from "../../ui/root.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import { editionIssueText } from "../../words/edition-words.ts";
import { readFormState } from "./form-state.ts";
import { openPage } from "./page-access.ts";
import { readFacts } from "./read-facts.ts";
import { wordsOf } from "../../words/programme-words.ts";
import { messages } from "./rehearsal-messages.ts";
import { runRehearsal } from "./run-rehearsal.ts";

type Edition = AppRecord<"editions">;

type State =
  | { readonly kind: "ready" | "running" }
  | { readonly kind: "told"; readonly text: string }
  | {
      readonly kind: "done";
      readonly edition: Edition;
      readonly results: readonly RehearsalResult[];
    };

const HEIGHT_PX = 120;

/** 通し稽古 as a part of the settings page. */
export const rehearsal: SettingsSection = {
  id: "rehearsal",
  mount: (space, context) => {
    const { gateway, programme, language, page, clock, overrides } = context;
    const t = createTranslator(messages, language, wordsOf(programme));
    let state: State = { kind: "ready" };
    let editions: readonly Edition[] = [];
    let chosen: string | null = null;

    const become = (next: State): void => {
      state = next;
      show();
    };

    const listAll = async (): Promise<Edition[]> =>
      orderEditions(
        programme,
        await gateway.listRecords("editions", {
          fields: appFieldCodes("editions"),
        }),
        clock.today(),
      );

    const run = async (): Promise<void> => {
      become({ kind: "running" });
      editions = await listAll();
      const edition = editions.find(({ id }) => id === chosen) ?? editions[0];
      if (edition === undefined) {
        become({ kind: "told", text: t("noEdition") });
        return;
      }
      const [facts, form] = await Promise.all([
        readFacts(openPage(), { ...context, user: page.user.code }, overrides),
        readFormState(gateway, edition),
      ]);
      const { site } = facts;
      if (site === null || site.setUp === null || site.societies === null) {
        become({ kind: "told", text: t("noSight") });
        return;
      }
      const { desired } = site.setUp;
      const results = runRehearsal({
        programme,
        edition,
        form,
        facts,
        site,
        today: clock.today(),
        language,
        nameOf: (app) => String(desired.apps[app].general.name),
      });
      become({ kind: "done", edition, results });
    };

    const start = (): void => {
      run().catch((error: unknown) => {
        console.error("suisen: rehearsal", error);
        become({ kind: "told", text: toMessage(error, language) });
      });
    };

    const renderResult = (result: RehearsalResult): TemplateResult => {
      const { step, subjects, issues } = result;
      const isFine = isPassed(result);
      const lines = [
        ...subjects,
        ...issues.map((issue) => editionIssueText(programme, issue, language)),
      ];
      return html`<li class="suisen-check-${isFine ? "ok" : "look"}">
        <span class="suisen-check-mark"
          >${renderStateMark(isFine ? "done" : "overdue")}
          ${t(isFine ? "fine" : "stuck")}</span
        >
        <div class="suisen-long-text">
          ${t(step)}
          ${
            isFine
              ? nothing
              : html`<ul class="suisen-bullets">
                    ${lines.map((line) => html`<li>${line}</li>`)}
                  </ul>
                  ${t(`${step}How`)}`
          }
        </div>
      </li>`;
    };

    const renderDone = ({
      edition: { name },
      results,
    }: Extract<State, { kind: "done" }>): TemplateResult => {
      const count = results.filter((result) => !isPassed(result)).length;
      return html`${
          count === 0
            ? renderNotice("info", t("passed", { name }))
            : renderNotice("error", t("failed", { name, count }))
        }
        <ul class="suisen-checks">
          ${results.map(renderResult)}
        </ul>`;
    };

    const renderChoice = () =>
      editions.length < 2
        ? nothing
        : html`<label
            >${t("edition")}
            <select
              class="suisen-input"
              @change=${(event: Event) => {
                if (event.target instanceof HTMLSelectElement)
                  chosen = event.target.value;
              }}
            >
              ${editions.map(
                ({ id, name }) =>
                  html`<option value=${id} ?selected=${id === chosen}>
                    ${name}
                  </option>`,
              )}
            </select></label
          >`;

    const renderState = () => {
      switch (state.kind) {
        case "running":
          return renderSkeleton(t("running"), HEIGHT_PX);
        case "done":
          return html`${renderDone(state)} ${renderChoice()}
          ${renderButton(t("start"), start)}`;
        case "told":
          return html`${renderNotice("warning", state.text)}
          ${renderButton(t("start"), start)}`;
        default:
          return html`${renderChoice()} ${renderButton(t("start"), start)}`;
      }
    };

    const show = (): void =>
      draw(
        space,
        html`<section class="suisen-card suisen-import">
          <h3>${t("title")}</h3>
          <p class="suisen-secondary">
            ${t(hasScore(programme) ? "intro" : "introWithoutScore")}
          </p>
          ${renderState()}
        </section>`,
      );
    show();
  },
};
