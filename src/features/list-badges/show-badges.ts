import { DATE_CODES, DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import { html } from "lit/html.js";
import { withEditionDates } from "../../domain/deadlines.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { terms } from "../../i18n/terms.ts";
import type {
  CellStyle,
  PageEvent,
  PageRecord,
} from "../../kintone/page-api.ts";
import { isIn } from "../../kintone/query.ts";
import { draw, openRoot } from "../../ui/root.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { stateColours } from "../../ui/state-colours.ts";
import { toRowState } from "./view-model.ts";
import type { RowState } from "./view-model.ts";

type Context = FeatureContext<Record<string, never>>;

/** Columns that can carry the badge, the first one shown is taken. */
const badgeColumns = ["registeredName", "society", ...DUE_CODES] as const;

const fields = [
  "status",
  "edition",
  "nominationKind",
  "recordKind",
  "contest",
  ...DUE_CODES,
  ...DONE_CODES,
] as const;

const toIds = (records: readonly PageRecord[]): string[] =>
  records.map((record) => String(record.$id?.value ?? ""));

const editionFields = ["name", ...DATE_CODES, "closedDays"] as const;

/** Dates are judged as the board judges them: by the edition as it is now. */
const fetchRowStates = async (
  { programme, gateway, clock, settings }: Context,
  ids: readonly string[],
): Promise<RowState[]> => {
  const [nominations, editions] = await Promise.all([
    gateway.listRecords("nominations", { fields, condition: isIn("$id", ids) }),
    gateway.listRecords("editions", { fields: editionFields }),
  ]);
  const today = clock.today();
  const { warnDays, closedDays } = settings;
  const known = new Map(
    editions.map((edition) => [
      edition.name,
      {
        edition,
        clock: {
          today,
          warnDays,
          closedDays: closedDaysOf(
            edition,
            closedDays.map(({ date }) => date),
          ),
        },
      },
    ]),
  );
  return nominations.flatMap((nomination) => {
    const found = known.get(nomination.edition);
    return found === undefined
      ? []
      : toRowState(
          programme,
          withEditionDates(programme, nomination, found.edition),
          found.clock,
        );
  });
};

const toCellStyles = (row: RowState): CellStyle[] =>
  row.columns.map(({ code, status }) => ({
    column: code,
    content: {
      color: stateColours[status].text,
      backgroundColor: stateColours[status].ground,
    },
  }));

const drawBadges = (
  { page, t }: Context,
  ids: readonly string[],
  rows: readonly RowState[],
): void => {
  const cells = badgeColumns
    .map((code) => page.columnElements(code))
    .find((elements) => elements.length > 0);
  const byId = new Map(rows.map((row) => [row.recordId, row]));
  cells?.forEach((cell, index) => {
    const worst = byId.get(ids[index] ?? "")?.worst;
    const root = openRoot(cell, "list-badge");
    draw(
      root,
      worst === undefined || worst === null
        ? html``
        : html`<span title=${worst.label[t.language]}
            >${renderStateBadge(
              worst.status,
              terms[worst.status][t.language],
            )}</span
          >`,
    );
  });
};

/** Marks each row with its most urgent deadline, and tints the date columns. */
export const showBadges = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  if (event.viewType !== "list" || !Array.isArray(event.records)) {
    return;
  }
  const ids = toIds(event.records);
  if (ids.length === 0) {
    return;
  }
  const rows = await fetchRowStates(context, ids);
  drawBadges(context, ids, rows);
  await context.page.styleRows(
    rows.map((row) => ({ recordId: row.recordId, style: toCellStyles(row) })),
  );
};
