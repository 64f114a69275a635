import { DATE_CODES } from "../../apps/records.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import {
  chooseEdition,
  readChosenEdition,
} from "../../feature-kit/edition-choice.ts";
import { orderEditions, pickEdition } from "../../domain/edition-order.ts";
import { AppError } from "../../errors/app-error.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import { sendDelivery } from "../../kintone/send-delivery.ts";
import { formSettingsPath } from "../../kintone/plugin.ts";
import { saveAs } from "../../ui/save-as.ts";
import { draw } from "../../ui/root.ts";
import type { DialogPage } from "./dialog-page.ts";
import type {
  DialogState,
  MadeFile,
  MadeReport,
  ReadyReport,
  Typed,
} from "./dialog-state.ts";
import { isCancelled, workInSlices } from "../../ui/in-slices.ts";
import { loadSource, readySteps } from "./load-ready.ts";
import type { ReportSource } from "./load-ready.ts";
import { makeReport } from "./make-report.ts";
import type { messages } from "./messages.ts";
import { renderDialog } from "./view.ts";

type Context = FeatureContext<typeof messages>;

const XLSX =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Links = Pick<
  DialogPage,
  "hrefOf" | "ledgerHref" | "editionHref" | "mappingHref"
>;

const fetchLinks = async ({ gateway, page }: Context): Promise<Links> => {
  const [nominations, deliveries, editions] = await Promise.all([
    gateway.requireAppId("nominations"),
    gateway.requireAppId("deliveries"),
    gateway.requireAppId("editions"),
  ]);
  const [hrefOf, ledgerHref, editionHref] = await Promise.all([
    page.fetchRecordHref(nominations),
    page.fetchRecordHref(deliveries),
    page.fetchRecordHref(editions),
  ]);
  return {
    hrefOf,
    ledgerHref,
    editionHref,
    mappingHref: (...meant) => formSettingsPath(editions, ...meant),
  };
};

/** Runs one dialog; everything typed in it lives as long as it is open. */
const runDialog = (
  context: Context,
  root: HTMLElement,
  editions: DialogPage["editions"],
  links: Links,
  typed: Typed,
  close: () => void,
) => {
  const { t, page, gateway, clock } = context;
  let source: ReportSource | null = null;
  // An older step must not draw over a newer one.
  let turn = 0;
  let state: DialogState = { step: "loading", progress: null };
  // Do not close while the ledger entry is being saved.
  const isRecording = (): boolean =>
    state.step === "making" && state.progress.isBinding === true;

  const show = (next: DialogState): void => {
    state = next;
    draw(root, renderDialog(dialogPage, state));
    // The button that was pressed is gone with its step.
    if (document.activeElement?.matches("body, .suisen-report-steps li")) {
      root.querySelector<HTMLElement>("[aria-current=step]")?.focus();
    }
  };
  /** Keep what is shown until the new check is done: someone may be typing in it. */
  const showCheck = async (): Promise<void> => {
    if (source === null) return;
    turn += 1;
    const own = turn;
    try {
      const ready = await workInSlices(readySteps(context, source, typed), {
        isCancelled: () => own !== turn,
        onProgress: (progress) => {
          if (state.step === "loading") {
            const label = t("checkingForm");
            show({ step: "loading", progress: { label, ...progress } });
          }
        },
      });
      if (own === turn) show({ step: "check", ready });
    } catch (error) {
      if (isCancelled(error) || own !== turn) return;
      console.error("suisen: report", error);
      show({ step: "failed", error, during: "loading", made: 0 });
    }
  };

  const load = async (): Promise<void> => {
    turn += 1;
    const own = turn;
    show({ step: "loading", progress: null });
    try {
      const loaded = await loadSource(
        context,
        typed.edition,
        (progress) => {
          if (own === turn) {
            show({
              step: "loading",
              progress: { label: t("loading"), ...progress },
            });
          }
        },
        () => own !== turn,
      );
      if (own === turn) {
        source = loaded;
        await showCheck();
      }
    } catch (error) {
      if (isCancelled(error)) return;
      console.error("suisen: report", error);
      if (own === turn) {
        show({ step: "failed", error, during: "loading", made: 0 });
      }
    }
  };

  const make = async (ready: ReadyReport): Promise<void> => {
    if (source === null) {
      return;
    }
    turn += 1;
    const own = turn;
    let made = 0;
    try {
      const outcome = await makeReport({
        context,
        ready,
        form: source.form,
        warningReason: typed.warningReason.trim(),
        onProgress: (progress) => {
          // Stop the making; the catch below distinguishes a cancelled turn from a failure.
          if (own !== turn) throw new Error("cancelled");
          show({ step: "making", progress });
        },
        onFile: (file, { entries }) => {
          made += 1;
          download(file);
          // Once made they are not made again by going on.
          const rest = new Set(typed.firms);
          entries.forEach(({ nomination }) => rest.delete(nomination.id));
          typed.firms &&= rest;
        },
      });
      if (outcome.kind === "changed") {
        show({ step: "changed", count: outcome.count });
      }
      if (outcome.kind === "made") {
        show({ step: "send", made: outcome.made, error: null });
      }
    } catch (error) {
      const total = ready.sheets.length;
      if (own !== turn) {
        if (made > 0) await page.notify("INFO", t("madeSome", { made, total }));
        return;
      }
      console.error("suisen: report", error);
      const isUnknown = hasErrorCode(error, "report/ledger-unknown");
      show({
        step: "failed",
        error,
        during: isUnknown ? "recording" : "making",
        made,
        total,
      });
    }
  };

  const markSent = async (made: MadeReport): Promise<void> => {
    try {
      const sent = {
        at: clock.now(),
        today: clock.today(),
        to: made.mail.to,
        user: page.user.code,
      };
      const total = made.files.length;
      let sentAt = "";
      for (const [done, { deliveryId }] of made.files.entries()) {
        const progress = { label: t("sending"), done, total };
        show({ step: "making", progress: { ...progress, isBinding: true } });
        sentAt = await sendDelivery(gateway, deliveryId, sent);
      }
      show({ step: "send", made: { ...made, sentAt }, error: null });
    } catch (error) {
      console.error("suisen: report", error);
      show({ step: "send", made, error });
    }
  };

  const download = ({ fileName, bytes }: MadeFile): void =>
    saveAs(fileName, bytes, XLSX);

  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      await page.notify("SUCCESS", t("copied"));
    } catch {
      // No clipboard without a secure page or permission; the text is on screen.
      await page.notify("INFO", t("copyFailed"));
    }
  };

  const dialogPage: DialogPage = {
    t,
    programme: context.programme,
    typed,
    editions,
    timeZone: clock.timeZone,
    year: Number(clock.today().slice(0, 4)),
    ...links,
    onEdition: (name) => {
      typed.edition = name;
      typed.kind = null;
      typed.firms = null;
      chooseEdition(name);
      void load();
    },
    onKind: (kind) => {
      typed.kind = kind;
      void showCheck();
    },
    onFirms: (ids) => {
      typed.firms = ids;
      void showCheck();
    },
    onNoneReason: (text) => {
      typed.noneReason = text;
      void showCheck();
    },
    onWarningReason: (text) => {
      typed.warningReason = text;
      // The sheet does not depend on it, so the records are not checked again.
      show(state);
    },
    onReload: () => void load(),
    onContents: (ready) => show({ step: "contents", ready }),
    onBack: () => void showCheck(),
    onMake: (ready) => void make(ready),
    onCancel: () => close(),
    onDownload: download,
    onCopy: (text) => void copy(text),
    onSent: (made) => void markSent(made),
  };
  return {
    load,
    /** Stops what is going on; not while it is written down. */
    mayClose: () => {
      if (isRecording()) return false;
      turn += 1;
      return true;
    },
  };
};

/** 「状況回答シートを作成」: a dialog in four steps, never a dead end. */
export const openReportDialog = async (context: Context): Promise<void> => {
  const { programme, gateway, page, clock, t } = context;
  const today = clock.today();
  const [editions, links] = await Promise.all([
    gateway.listRecords("editions", {
      fields: ["name", "editionState", "fiscalYear", ...DATE_CODES],
    }),
    fetchLinks(context),
  ]);
  const first = pickEdition(programme, editions, readChosenEdition(), today);
  if (first === null) {
    throw new AppError("board/no-edition");
  }
  const root = document.createElement("div");
  root.className = "suisen-root suisen-report-root";
  let close = (): void => undefined;
  const run = runDialog(
    context,
    root,
    orderEditions(programme, editions, today),
    links,
    {
      edition: first.name,
      kind: null,
      firms: null,
      noneReason: "",
      warningReason: "",
    },
    () => close(),
  );
  const dialog = await page.openDialog({
    title: t("title"),
    body: root,
    showOkButton: false,
    showCloseButton: true,
    beforeClose: run.mayClose,
  });
  close = () => {
    if (run.mayClose()) dialog.close();
  };
  void run.load();
  await dialog.show();
};
