import { DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { isPastRecord } from "../../domain/nomination-step.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { readRecordNow } from "../../feature-kit/record-now.ts";
import type { RecordNow } from "../../feature-kit/record-now.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { messages } from "./messages.ts";
import type { DeadlineMessages } from "./messages.ts";
import { toDeadlineEntries } from "./view-model.ts";
import { renderDeadlineLine } from "./view.ts";

type Context = FeatureContext<DeadlineMessages>;

const LINE_HEIGHT_PX = 70;

const renderDates = (
  now: RecordNow,
  { programme, t }: Context,
): TemplateResult => {
  const entries = toDeadlineEntries(programme, now.nomination, now.clock, t);
  return entries === null
    ? renderNotice("info", t("withdrawn"))
    : renderDeadlineLine(t("title"), entries);
};

const renderLine = (context: Context): TemplateResult => {
  const { t } = context;
  const now = readRecordNow(context);
  if (isPastRecord(now.nomination)) return html``;
  switch (now.edition.kind) {
    case "loading":
      return renderSkeleton(t("loading"), LINE_HEIGHT_PX);
    case "unnamed":
      return renderNotice("info", t("withoutEdition"));
    case "missing":
      return html`${renderNotice(
        "error",
        t("editionMissing", { name: now.nomination.edition }),
      )}${renderDates(now, context)}`;
    case "failed":
      return html`${renderNotice(
        "warning",
        t("closedDaysUnknown", { sentence: now.edition.sentence }),
      )}${renderDates(now, context)}`;
    case "found":
    default:
      return renderDates(now, context);
  }
};

const show = (context: Context): void => {
  showPanel(context, "suisenTop", "deadline-line", () => renderLine(context));
};

/** Every milestone of the nomination with its date and state. */
export const deadlineLine = defineFeature({
  id: "deadline-line",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.detail": show,
    "record.change": {
      fields: ["nominationKind", "contest", ...DUE_CODES, ...DONE_CODES],
    },
  },
});
