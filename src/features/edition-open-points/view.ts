import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { keepsClosed } from "../../domain/open-points.ts";
import type { OpenPoint } from "../../domain/open-points.ts";
import type { MilestoneId } from "../../domain/model.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { Programme } from "../../programmes/index.ts";
import { renderButton } from "../../ui/button.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import { openPointText } from "../../words/open-point-words.ts";
import type { OpenPointMessages } from "./messages.ts";

type View = {
  readonly t: Translator<OpenPointMessages>;
  readonly programme: Programme;
  readonly points: readonly OpenPoint[];
  /** Null where the record is only shown. */
  readonly onConfirm: ((id: MilestoneId) => void) | null;
};

const renderPoint = (
  { t, programme, onConfirm }: View,
  point: OpenPoint,
): TemplateResult =>
  html`<li>
    ${renderStateMark(keepsClosed(point) ? "overdue" : "dueSoon")}
    <span class="suisen-long-text"
      >${openPointText(programme, point, t.language)}</span
    >
    ${
      point.kind === "date" && onConfirm !== null
        ? renderButton(t("confirm"), () => onConfirm(point.milestone))
        : nothing
    }
  </li>`;

/** まだ確認していないこと on the edition's own page. */
export const renderOpenPoints = (view: View): TemplateResult =>
  html`<section
    class="suisen-open-points"
    aria-label=${view.t("title")}
    aria-live="polite"
  >
    <h3>${view.t("title")}</h3>
    ${
      view.points.length === 0
        ? html`<p>${renderStateMark("done")} ${view.t("nothing")}</p>`
        : html`<ul>
            ${view.points.map((point) => renderPoint(view, point))}
          </ul>`
    }
  </section>`;
