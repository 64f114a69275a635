import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress, renderSkeleton } from "../../ui/progress.ts";
import { draw, openRoot } from "../../ui/root.ts";
import type { BoardChoice, BoardJob, BoardPage } from "./board-page.ts";
import { runBulk } from "./run-bulk.ts";
import { runCandidates } from "./run-candidates.ts";
import { runChase } from "./run-chase.ts";
import { runChecklists } from "./run-checklists.ts";
import { runSending } from "./run-sending.ts";
import type { JobRoom } from "./job-room.ts";
import { fetchListLinks, noLinks } from "./list-links.ts";
import { loadAwards, loadElsewhere } from "./load-awards.ts";
import { loadBoard } from "./load-board.ts";
import type { LoadedBoard } from "./load-board.ts";
import { withChangesSinceSent } from "./load-sent-changes.ts";
import type { messages } from "./messages.ts";
import { renderBoard } from "./view.ts";

type Context = FeatureContext<typeof messages>;

/** The element in the html of our own custom view. */
const BOARD_ELEMENT_ID = "suisen-board";
/** The number of lines that fit above the matrix. */
const LINES_PER_STEP = 10;
/** About the height of the cards and the first lines, so that little jumps. */
const SKELETON_HEIGHT_PX = 480;

type Links = Pick<
  BoardPage,
  | "hrefOf"
  | "answerHrefOf"
  | "editionHref"
  | "createHref"
  | "lists"
  | "awards"
  | "elsewhere"
>;

const fetchLinks = async (
  { page }: Context,
  { nominationsApp, answersApp, editionsApp, edition }: LoadedBoard,
): Promise<Links> => {
  const [hrefOf, answerHrefOf, editionHrefOf, createHref] = await Promise.all([
    page.fetchRecordHref(nominationsApp),
    page.fetchRecordHref(answersApp),
    page.fetchRecordHref(editionsApp),
    page.buildCreateUrl(nominationsApp),
  ]);
  return {
    hrefOf,
    answerHrefOf,
    editionHref: editionHrefOf(edition.id),
    createHref,
    lists: noLinks,
    awards: [],
    elsewhere: [],
  };
};

/** A board whose lists cannot be found is a board without these links. */
const withLists = async (
  context: Context,
  loaded: LoadedBoard,
  links: Links,
): Promise<Links> => {
  try {
    return { ...links, lists: await fetchListLinks(context, loaded) };
  } catch (error) {
    console.error("suisen: lists", error);
    return links;
  }
};

/** The button of the sheet is on the same page, above the list. */
const pressSheetButton = (): void => {
  const button = document.querySelector<HTMLButtonElement>(
    '[data-suisen="report-export"] button',
  );
  button?.click();
};

const firstChoice = (): BoardChoice => ({
  filter: "pressing",
  society: "",
  search: "",
  sort: "pressing",
  lineLimit: LINES_PER_STEP,
  picked: new Set(),
  pickedSocieties: new Set(),
});

const renderFailure = (
  { t }: Context,
  error: unknown,
  retry: () => void,
): TemplateResult =>
  html`${renderNotice("error", toMessage(error, t.language))}
    <button type="button" class="suisen-button" @click=${retry}>
      ${t("retry")}
    </button>`;

const runBoard = (
  context: Context,
  root: HTMLElement,
): (() => Promise<void>) => {
  const { t, clock } = context;
  let choice = firstChoice();
  let job: BoardJob | null = null;
  let visit = 0;

  const show = (
    loaded: LoadedBoard,
    links: Links,
    arriving?: TemplateResult,
  ): void => {
    const again = (): void => show(loaded, links);
    const page: BoardPage = {
      t,
      loaded,
      now: clock.now(),
      timeZone: clock.timeZone,
      choice,
      job,
      ...links,
      onEdition: (name) => {
        job = null;
        void load(name, firstChoice());
      },
      onChoice: (change) => {
        // Another list begins at its top; picking a row leaves it where it is.
        const isSameList = "picked" in change || "pickedSocieties" in change;
        choice = {
          ...choice,
          ...(!isSameList && { lineLimit: LINES_PER_STEP }),
          ...change,
        };
        again();
      },
      onReload: () => void load(loaded.edition.name, firstChoice()),
      onBulk: (action) => void runBulk(context, page, action, work),
      onChase: (societies) => void runChase(context, page, societies, work),
      onMarkCandidates: () => void runCandidates(context, page, work),
      onChecklists: () => void compareChecklists(),
      isPhone: context.page.device === "mobile",
      onPrint: () => window.print(),
      onMakeSheet: pressSheetButton,
      onSendSheet: () => void runSending(context, page, work),
    };
    const work: JobRoom = {
      show: (next) => {
        job = next;
        again();
      },
      end: async (next, picked) => {
        job = next;
        await load(loaded.edition.name, { ...choice, picked });
      },
    };
    const compareChecklists = async (): Promise<void> => {
      const own = visit;
      const compared = await runChecklists(context, loaded, work);
      if (compared === null || own !== visit) return;
      job = null;
      show(compared, links);
    };
    draw(root, renderBoard(page, arriving));
  };

  const load = async (
    chosen: string | null,
    nextChoice: BoardChoice,
  ): Promise<void> => {
    // A slow answer must not overwrite the edition that was chosen after it.
    visit += 1;
    const own = visit;
    choice = nextChoice;
    let progress = { done: 0, total: 0 };
    let isWhole = false;
    let early: { loaded: LoadedBoard; links: Links } | null = null;
    const showArriving = (): void => {
      if (own !== visit) return;
      const bar = renderProgress({
        label: t("loading", progress),
        ...progress,
      });
      if (early === null) draw(root, bar);
      else show(early.loaded, early.links, bar);
    };
    draw(root, renderSkeleton(t("loadingFirst"), SKELETON_HEIGHT_PX));
    const awards = loadAwards(context);
    try {
      const loaded = await loadBoard(
        context,
        chosen,
        (next) => {
          progress = next;
          showArriving();
        },
        (partial) => {
          void fetchLinks(context, partial).then((links) => {
            early ??= { loaded: partial, links };
            if (!isWhole) showArriving();
          });
        },
      );
      const links = {
        ...(await fetchLinks(context, loaded)),
        awards: await awards,
      };
      isWhole = true;
      if (own !== visit) return;
      show(loaded, links);
      const [whole, linked, elsewhere] = await Promise.all([
        withChangesSinceSent(context, loaded),
        withLists(context, loaded, links),
        loadElsewhere(context, loaded),
      ]);
      if (own === visit) show(whole, { ...linked, elsewhere });
    } catch (error) {
      isWhole = true;
      console.error("suisen: board", error);
      if (own === visit) {
        // The other requests still run; what they report must not cover this.
        visit += 1;
        draw(
          root,
          renderFailure(context, error, () => void load(chosen, choice)),
        );
      }
    }
  };

  return () => load(null, firstChoice());
};

/** Fills the custom view 推薦ボード; every other list is left alone. */
export const showBoard = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  const space =
    event.viewType === "custom"
      ? document.getElementById(BOARD_ELEMENT_ID)
      : null;
  if (space !== null) {
    await runBoard(context, openRoot(space, "deadline-board"))();
  }
};
