import { hasScore } from "../../apps/parts/programme-parts.ts";
import { DUE_CODES } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { viewEdition } from "../../feature-kit/record-edition.ts";
import type { EditionView } from "../../feature-kit/record-edition.ts";
import type { Visit } from "../../feature-kit/visit.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { createDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { messages } from "./messages.ts";
import type { ScoreMessages } from "./messages.ts";
import { toScoreView } from "./view-model.ts";
import { renderScorePanel } from "./view.ts";
import type { PanelActions } from "./panel-options.ts";

type Context = FeatureContext<ScoreMessages>;

const SPACE = "suisenScore";
const TABLE = "checklist";
const SKELETON_HEIGHT_PX = 480;

const draftOf = (visit: Visit): Draft =>
  visit.keep("score-draft", () => createDraft(visit));

const toActions = (visit: Visit): PanelActions | null => {
  if (visit.kind === "detail") {
    return null;
  }
  const draft = draftOf(visit);
  return {
    onAnswer: (index, answer) => draft.edit(index, { answer }),
    onEvidence: (index, evidence) => draft.edit(index, { evidence }),
    onLeave: () => draft.flush(),
  };
};

/** Without items there is nothing to score; why, depends on the edition. */
const renderWithoutItems = (edition: EditionView, { t, visit }: Context) => {
  switch (edition.kind) {
    case "loading":
      return renderSkeleton(t("loading"), SKELETON_HEIGHT_PX);
    case "failed":
      return renderNotice("error", edition.sentence);
    case "found":
      return renderNotice(
        "warning",
        edition.edition.checklist.length === 0
          ? t("noItemsInEdition")
          : t(visit.kind === "detail" ? "noItemsSaved" : "loading"),
      );
    case "unnamed":
    case "missing":
    default:
      return renderNotice("info", t("noItems"));
  }
};

const renderPanel = (context: Context, actions: PanelActions | null) => {
  const { t, visit, page } = context;
  const nomination = visit.read("nominations");
  const edition = viewEdition(context, nomination.edition);
  const view = toScoreView(
    context.programme,
    nomination,
    edition.kind === "found" ? edition.edition.checklist : null,
    (number) => t("itemNumber", { number }),
  );
  return view.score.itemCount === 0
    ? renderWithoutItems(edition, context)
    : renderScorePanel(view, {
        t,
        actions,
        isFolded: page.device === "mobile",
      });
};

const show = (context: Context): void => {
  // An award without a score has no table to stand in for.
  if (!hasScore(context.programme)) return;
  const actions = toActions(context.visit);
  const root = showPanel(context, SPACE, "score-panel", () =>
    renderPanel(context, actions),
  );
  // Without its space the panel cannot be drawn, and the table must stay.
  if (root !== null) {
    context.page.setFieldShown(TABLE, false);
  }
};

const keepAnswers = ({ visit }: Context, event: PageEvent): void => {
  if (event.record !== undefined) {
    draftOf(visit).mergeInto(event.record);
  }
};

/** The checklist with its choices; kintone's own table is hidden. */
export const scorePanel = defineFeature({
  id: "score-panel",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": show,
    "record.edit": show,
    "record.detail": show,
    "record.submit": keepAnswers,
    "record.change": {
      fields: ["requiredScore", "checklistKind", ...DUE_CODES],
    },
  },
});
