import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress, renderSkeleton } from "../../ui/progress.ts";
import { draw, openRoot } from "../../ui/root.ts";
import type { BoardPage, LineFilter } from "./board-page.ts";
import { loadBoard } from "./load-board.ts";
import type { LoadedBoard } from "./load-board.ts";
import type { messages } from "./messages.ts";
import { renderBoard } from "./view.ts";

type Context = FeatureContext<typeof messages>;

/** The element in the html of our own custom view. */
const BOARD_ELEMENT_ID = "suisen-board";
/** The number of lines that fit above the matrix. */
const LINES_PER_STEP = 10;
/** About the height of the cards and the first lines, so that little jumps. */
const SKELETON_HEIGHT_PX = 480;

type Links = Pick<BoardPage, "hrefOf" | "createHref">;

const fetchLinks = async ({ page }: Context, app: string): Promise<Links> => {
  const [hrefOf, createHref] = await Promise.all([
    page.fetchRecordHref(app),
    page.buildCreateUrl(app),
  ]);
  return { hrefOf, createHref };
};

const renderFailure = (
  { t }: Context,
  error: unknown,
  retry: () => void,
): TemplateResult =>
  html`${renderNotice("error", toMessage(error, t.language))}
    <button type="button" class="suisen-button" @click=${retry}>
      ${t("retry")}
    </button>`;

const copy = async (context: Context, text: string): Promise<string | null> => {
  try {
    await navigator.clipboard.writeText(text);
    await context.page.notify("SUCCESS", context.t("copied"));
    return null;
  } catch {
    // No clipboard without a secure page or the user's permission: show the text.
    await context.page.notify("INFO", context.t("copyFailed"));
    return text;
  }
};

const runBoard = (
  context: Context,
  root: HTMLElement,
): (() => Promise<void>) => {
  const { t, clock } = context;
  let filter: LineFilter = { kind: "pressing" };
  let lineLimit = LINES_PER_STEP;
  let textToCopy: string | null = null;
  let visit = 0;

  const show = (loaded: LoadedBoard, links: Links): void => {
    const again = (): void => show(loaded, links);
    const page: BoardPage = {
      t,
      loaded,
      now: clock.now(),
      timeZone: clock.timeZone,
      filter,
      lineLimit,
      textToCopy,
      ...links,
      onEdition: (name) => void load(name),
      onFilter: (chosen) => {
        filter = chosen;
        lineLimit = LINES_PER_STEP;
        again();
      },
      onMore: () => {
        lineLimit = Infinity;
        again();
      },
      onReload: () => void load(loaded.edition.name),
      onCopy: (text) =>
        void copy(context, text).then((left) => {
          textToCopy = left;
          again();
        }),
    };
    draw(root, renderBoard(page));
  };

  const load = async (chosen: string | null): Promise<void> => {
    // A slow answer must not overwrite the edition that was chosen after it.
    visit += 1;
    const own = visit;
    filter = { kind: "pressing" };
    lineLimit = LINES_PER_STEP;
    draw(root, renderSkeleton(t("loadingFirst"), SKELETON_HEIGHT_PX));
    try {
      const loaded = await loadBoard(context, chosen, ({ done, total }) => {
        if (own === visit) {
          draw(
            root,
            renderProgress({
              label: t("loading", { done, total }),
              done,
              total,
            }),
          );
        }
      });
      const links = await fetchLinks(context, loaded.nominationsApp);
      if (own === visit) {
        show(loaded, links);
      }
    } catch (error) {
      console.error("suisen: board", error);
      if (own === visit) {
        // The other requests still run; what they report must not cover this.
        visit += 1;
        draw(
          root,
          renderFailure(context, error, () => void load(chosen)),
        );
      }
    }
  };

  return () => load(null);
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
