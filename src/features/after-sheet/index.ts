import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { parseAppRecord } from "../../apps/records.ts";
import {
  defaultBlock,
  hasOutcome,
  publicationOf,
  regionalDateOf,
} from "../../domain/after-sheet.ts";
import { isRegistered } from "../../domain/nomination-step.ts";
import { toMessage } from "../../errors/to-message.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { viewEdition } from "../../feature-kit/record-edition.ts";
import type { AfterSheet } from "../../programmes/index.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";
import { toFirmText } from "../../words/outcome-words.ts";
import {
  askPublication,
  copyText,
  recordFirmNotified,
  notifySociety,
} from "./actions.ts";
import { messages } from "./messages.ts";
import type { OutcomeMessages } from "./messages.ts";
import { renderOutcome } from "./view.ts";

const GROUP = "outcomeGroup";

type Context = FeatureContext<OutcomeMessages>;

const listNames = (
  { t }: Context,
  names: ReadonlyArray<{ ja: string; en: string }>,
): string =>
  names.map((name) => name[t.language]).join(t.language === "ja" ? "・" : ", ");

/** The criteria stand where the practice case is written. */
const renderCase = (
  context: Context,
  { criteria, contestCriteria }: AfterSheet,
): TemplateResult => {
  const { t, visit } = context;
  const { contest, caseFile } = visit.read("nominations");
  return html`<p class="suisen-long-text">
    ${t("criteria", {
      names: listNames(context, criteria),
      contest: listNames(context, contestCriteria),
    })}
    ${
      contest === "参加する" && caseFile.length === 0
        ? t("caseMissing")
        : nothing
    }
  </p>`;
};

const showOutcome = (context: Context): void => {
  const { page, visit, t } = context;
  let complaint = "";
  let isBusy = false;
  const redraw = (): void => visit.replace(visit.record());
  /** One press at a time; a failure is shown and the page stays. */
  const run = (work: () => Promise<void>): void => {
    if (isBusy) return;
    isBusy = true;
    complaint = "";
    redraw();
    void work()
      .then(() => page.reload())
      .catch((error: unknown) => {
        console.error("suisen: result", error);
        complaint = t("failed", { sentence: toMessage(error, t.language) });
      })
      .finally(() => {
        isBusy = false;
        redraw();
      });
  };
  showPanel(context, "suisenOutcome", "after-sheet", () =>
    renderOutcome({
      t,
      nomination: visit.read("nominations"),
      complaint,
      isBusy,
      onNotifySociety: () => run(() => notifySociety(context)),
      onCopyForFirm: () =>
        void copyText(context, toFirmText(visit.read("nominations"))),
      onFirmNotified: () => run(() => recordFirmNotified(context)),
      onAskPublication: () => run(() => askPublication(context)),
    }),
  );
};

const showCase = (context: Context): void => {
  const { afterSheet } = context.programme;
  if (afterSheet === undefined) return;
  showPanel(context, "suisenCase", "case-criteria", () =>
    renderCase(context, afterSheet),
  );
};

const show = async (context: Context): Promise<void> => {
  showCase(context);
  const { programme, visit } = context;
  const isAfter =
    programme.afterSheet !== undefined &&
    isRegistered(programme, visit.read("nominations"));
  const isShown = isAfter && (await mayReadLedger(context));
  context.page.setFieldShown("suisenOutcome", isShown);
  if (!isShown) return;
  // A press reloads the page, and the next one is in the same group.
  if (hasOutcome(visit.read("nominations"))) context.page.openGroup(GROUP);
  showOutcome(context);
};

const showWhileTyping = (context: Context): void => {
  showCase(context);
  context.page.setFieldShown("suisenOutcome", false);
};

const set = (record: PageRecord, code: string, value: string): void => {
  const field = record[code];
  if (field !== undefined) field.value = value;
};

/** The block of the firm's prefecture and its day, where nobody has chosen others. */
const proposeRegion = (context: Context, record: PageRecord): void => {
  const { result, regionBlock, address, edition } = parseAppRecord(
    "nominations",
    record,
  );
  const { afterSheet } = context.programme;
  if (result !== "地方大会" || afterSheet === undefined) return;
  const block = regionBlock ?? defaultBlock(afterSheet, address);
  if (block === null) return;
  set(record, "regionBlock", block);
  const view = viewEdition(context, edition);
  if (view.kind !== "found") return;
  set(record, "regionDate", regionalDateOf(view.edition, block) ?? "");
};

const stampAnswer = ({ clock }: Context, record: PageRecord): void =>
  set(
    record,
    "publishAnsweredOn",
    record.publishAnswer?.value === "未確認" ? "" : clock.today(),
  );

const onChange = (context: Context, { record, type }: PageEvent): void => {
  if (record === undefined) return;
  if (/\.(?:result|regionBlock)$/u.test(type)) proposeRegion(context, record);
  if (type.endsWith(".publishAnswer")) stampAnswer(context, record);
};

/** An answer belongs to the text that was asked about. */
const checkAnswer = ({ t }: Context, { record }: PageEvent): Answer => {
  // Rows of a list carry only the fields of the list.
  if (record?.publishAskedText === undefined) return undefined;
  const nomination = parseAppRecord("nominations", record);
  return publicationOf(nomination) === "stale" &&
    nomination.publishAnswer !== null &&
    nomination.publishAnswer !== "未確認" &&
    nomination.publishAskedText === ""
    ? t("answerBeforeAsking")
    : undefined;
};

/** Results, prizes and the publication, once the sheet is mailed. */
export const afterTheSheet = defineFeature({
  id: "after-sheet",
  apps: ["nominations"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": showWhileTyping,
    "record.edit": showWhileTyping,
    "record.detail": show,
    "record.submit": checkAnswer,
    "inline.submit": checkAnswer,
    "record.change": {
      fields: ["result", "regionBlock", "publishAnswer", "contest"],
      handle: onChange,
    },
  },
});
