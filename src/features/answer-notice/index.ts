import type { AppRecord } from "../../apps/records.ts";
import { planAnswer } from "../../domain/plan-answer.ts";
import type { AnswerPress } from "../../domain/plan-answer.ts";
import { toMessage } from "../../errors/to-message.ts";
import { askReason } from "../../feature-kit/ask-reason.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { listRunningCandidates } from "../../feature-kit/running-candidates.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { toDeadlineClock } from "../../feature-kit/record-edition.ts";
import { saveAs } from "../../ui/save-as.ts";
import { draftForFirms } from "../../words/notice-words.ts";
import { loadNotice } from "./load-notice.ts";
import type { NoticeEdition } from "./load-notice.ts";
import { messages } from "./messages.ts";
import type { NoticeMessages } from "./messages.ts";
import { renderNoticePage } from "./view.ts";
import type { NoticeStatus } from "./notice-page.ts";

type Context = FeatureContext<NoticeMessages>;

const SPACE = "suisenNotice";

/** The stored record decides: somebody else may have answered since the page was opened. */
const press = async (
  { gateway, clock, page }: Context,
  id: string,
  pressed: AnswerPress,
): Promise<void> => {
  const stored = await gateway.fetchRecord("answers", id);
  const values = planAnswer(stored, pressed, {
    today: clock.today(),
    user: page.user,
  });
  await gateway.updateRecord("answers", id, values, stored.revision);
  page.reload();
};

/** A firm that is still nominated is named before the answer contradicts it. */
const askNone = async (
  context: Context,
  { edition, society }: AppRecord<"answers">,
): Promise<string | null> => {
  const { t } = context;
  const running = await listRunningCandidates(context, { edition, society });
  const [first] = running;
  const effect = t("noneEffect", { edition });
  return askReason(context, {
    title: t("none"),
    effect:
      first === undefined
        ? effect
        : `${t("noneBeside", { name: first, count: running.length })} ${effect}`,
    label: t("noneReason"),
    go: t("noneGo"),
    cancel: t("cancel"),
    needed: t("noneNeeded"),
    initial: "",
  });
};

const copyText = async (context: Context, text: string): Promise<boolean> => {
  const { page, t } = context;
  try {
    await navigator.clipboard.writeText(text);
    await page.notify("SUCCESS", t("copied"));
    return true;
  } catch {
    // No clipboard without a secure page or the user's permission: show the text.
    await page.notify("INFO", t("copyFailed"));
    return false;
  }
};

const runPanel = (context: Context, createHref: string): void => {
  const { gateway, page, visit, t } = context;
  let record: AppRecord<"answers"> = visit.read("answers");
  let status: NoticeStatus = { kind: "loading" };
  let textToCopy: string | null = null;
  const redraw = (): void => visit.replace(visit.record());
  /** One press at a time; a refusal is shown and the page stays. */
  let isBusy = false;
  const attempt = (work: () => Promise<void>): void => {
    if (isBusy) return;
    isBusy = true;
    const report = async (error: unknown): Promise<void> => {
      console.error("suisen: notice", error);
      await page.notify("ERROR", toMessage(error, t.language));
    };
    void work()
      .catch(report)
      .finally(() => {
        isBusy = false;
      });
  };
  const answerNone = async (): Promise<void> => {
    const reason = await askNone(context, record);
    if (reason !== null)
      await press(context, record.id, { kind: "none", reason });
  };
  const passOn = async (passedOn: string): Promise<void> => {
    await gateway.updateRecord("answers", record.id, { passedOn });
    record = { ...record, passedOn };
    redraw();
  };
  const copy = async (edition: NoticeEdition): Promise<void> => {
    const text = draftForFirms(context.programme, edition, record.society);
    textToCopy = (await copyText(context, text)) ? null : text;
    redraw();
  };
  const download = async (
    file: NoticeEdition["noticeFiles"][number],
  ): Promise<void> =>
    saveAs(
      file.name,
      await gateway.downloadFile(file.fileKey),
      file.contentType,
    );
  const root = showPanel(context, SPACE, "answer-notice", () =>
    renderNoticePage({
      programme: context.programme,
      t,
      status,
      record,
      createHref,
      textToCopy,
      clock: toDeadlineClock(
        context,
        status.kind === "ready" ? status.edition : null,
      ),
      onRead: () => attempt(() => press(context, record.id, { kind: "read" })),
      onNone: () => attempt(answerNone),
      onPassedOn: (passedOn) => attempt(() => passOn(passedOn)),
      onCopy: (edition) => attempt(() => copy(edition)),
      onDownload: (file) => attempt(() => download(file)),
    }),
  );
  if (root === null) return;
  void loadNotice(gateway, record.edition).then(
    (edition) => {
      status =
        edition === null ? { kind: "missing" } : { kind: "ready", edition };
      redraw();
    },
    (error: unknown) => {
      console.error("suisen: notice", error);
      status = { kind: "failed", error };
      redraw();
    },
  );
};

const showNotice = async (context: Context): Promise<void> => {
  const { gateway, page } = context;
  page.setFieldShown(SPACE, true);
  const { nominations } = await gateway.findApps();
  runPanel(
    context,
    nominations === undefined ? "" : await page.buildCreateUrl(nominations),
  );
};

/** The request is read and answered on the saved record. */
const hideNotice = ({ page }: Context): void =>
  page.setFieldShown(SPACE, false);

/** The request as a society gets it, with its answer in one or two presses. */
export const answerNotice = defineFeature({
  id: "answer-notice",
  apps: ["answers"],
  messages,
  on: {
    "record.create": hideNotice,
    "record.edit": hideNotice,
    "record.detail": showNotice,
  },
});
