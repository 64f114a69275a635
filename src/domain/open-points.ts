import type { IsoDate } from "excel-form";
import { hasPersons } from "../apps/parts/programme-parts.ts";
import type { ClosedDays } from "./business-days.ts";
import { SERVICE_DAY } from "./cycle.ts";
import { parseDatesToConfirm } from "./dates-to-confirm.ts";
import { editionIssues } from "./edition-issues.ts";
import type { EditionIssue, EditionIssueFields } from "./edition-issues.ts";
import { dateOf } from "./milestone-dates.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Edition, MilestoneId } from "./model.ts";
import type { Programme } from "../programmes/index.ts";

/** Something of an edition that nobody has confirmed or entered yet. */
export type OpenPoint =
  | { readonly kind: "date"; readonly milestone: MilestoneId }
  /** Another edition of the programme is open. */
  | { readonly kind: "otherOpen"; readonly names: readonly string[] }
  | { readonly kind: "issue"; readonly issue: EditionIssue };

type Fields = EditionIssueFields & { readonly datesToConfirm: string };

type Around = {
  readonly today: IsoDate;
  readonly closedDays: ClosedDays;
  /** Names of other open editions of the same programme. */
  readonly otherOpen: readonly string[];
};

export const milestoneIds = ({
  milestones,
}: Pick<Programme, "milestones">): MilestoneId[] =>
  milestones.map(({ id }) => id);

/** Ids of the dates that are confirmed one by one. */
export const confirmedIds = (programme: Programme): string[] => [
  ...milestoneIds(programme),
  ...(hasPersons(programme) ? [SERVICE_DAY] : []),
];

/** Those of them that an edition has. */
export const datedIds = (
  programme: Programme,
  edition: EditionDates & Pick<Edition, "serviceDay">,
): string[] =>
  confirmedIds(programme).filter(
    (id) =>
      (id === SERVICE_DAY ? edition.serviceDay : dateOf(edition, { id })) !==
      null,
  );

/** まだ確認していないこと: the same on the guide and on the edition's own page. */
export const listOpenPoints = (
  programme: Programme,
  edition: Fields,
  { today, closedDays, otherOpen }: Around,
): OpenPoint[] => [
  ...parseDatesToConfirm(edition.datesToConfirm, confirmedIds(programme)).map(
    (milestone) => ({ kind: "date", milestone }) as const,
  ),
  ...(otherOpen.length === 0
    ? []
    : [{ kind: "otherOpen", names: otherOpen } as const]),
  ...editionIssues(programme, edition, today, closedDays).map(
    (issue) => ({ kind: "issue", issue }) as const,
  ),
];

/** True when an edition with this point must not be opened. */
export const keepsClosed = (point: OpenPoint): boolean =>
  point.kind !== "issue" || point.issue.severity === "error";
