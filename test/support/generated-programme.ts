import fc from "fast-check";
import type {
  Milestone,
  MilestonePart,
  Programme,
  Requirement,
} from "../../src/programmes/index.ts";

const MILESTONES_AT_MOST = 8;
const AREAS_AT_MOST = 12;

const message = (word: string) => ({ ja: word, en: word });

/** A path of steps; the parts fall on any of them, in the order of the cycle. */
const parts = (count: number): fc.Arbitrary<Array<MilestonePart | null>> =>
  fc
    .tuple(
      fc.subarray(["answer", "registration", "report"] as const),
      fc.array(fc.nat(), { minLength: count, maxLength: count }),
    )
    .map(([chosen, weights]) => {
      const places = weights
        .map((weight, place) => ({ weight, place }))
        .toSorted((a, b) => a.weight - b.weight)
        .slice(0, chosen.length)
        .map(({ place }) => place)
        .toSorted((a, b) => a - b);
      return Array.from({ length: count }, (_, place) => {
        const at = places.indexOf(place);
        return at === -1 ? null : (chosen[at] ?? null);
      });
    });

const REQUIREMENTS: readonly Requirement[] = [
  "consent",
  "securityAction",
  "score",
  "nameCheck",
];

const milestone = (
  place: number,
  part: MilestonePart | null,
  isScored: boolean,
): fc.Arbitrary<Milestone> =>
  fc
    .record({
      actor: fc.constantFrom(
        "society" as const,
        "societyOrFederation" as const,
        "federation" as const,
        "business" as const,
      ),
      lateness: fc.constantFrom(
        "allowed" as const,
        "allowedAfterReport" as const,
        "overdue" as const,
        "closed" as const,
      ),
      requires: fc.subarray(
        REQUIREMENTS.filter((one) => isScored || one !== "score"),
      ),
    })
    .map(({ requires, ...free }) => ({
      ...free,
      id: `m${place}`,
      label: message(`節目${place}`),
      ...(part !== null && { part }),
      scope: part === "report" ? ("edition" as const) : ("nomination" as const),
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: `手続き${place}`,
        state: `済み${place}`,
        performer: "anyone" as const,
        requires,
      },
    }));

const caseMilestone: Milestone = {
  id: "paper",
  label: message("書類"),
  part: "case",
  actor: "business",
  lateness: "closed",
  scope: "nomination",
  optional: true,
  remindDaysBefore: 5,
};

const areasOf = (
  minimums: ReadonlyArray<number | undefined>,
): Programme["areas"] =>
  minimums.map((minimum, index) => ({
    id: `a${index + 1}`,
    name: message(`分野${index + 1}`),
    ...(minimum !== undefined && { minimum }),
  }));

/** Awards of 1 to 8 milestones and 0 to 12 areas; any part and any requirement may be missing. */
export const aProgramme: fc.Arbitrary<Programme> = fc
  .record({
    count: fc.integer({ min: 1, max: MILESTONES_AT_MOST }),
    hasCase: fc.boolean(),
    minimums: fc.array(
      fc.option(fc.constantFrom(0.5, 1, 20), { nil: undefined }),
      { maxLength: AREAS_AT_MOST },
    ),
    threshold: fc.constantFrom(0.5, 12, 60),
  })
  .chain(({ count, hasCase, minimums, threshold }) => {
    const steps = hasCase && count > 1 ? count - 1 : count;
    return parts(steps)
      .chain((own) =>
        fc.tuple(
          ...own.map((part, place) =>
            milestone(place + 1, part, minimums.length > 0),
          ),
        ),
      )
      .map((milestones): Programme => ({
        id: "generated",
        name: "生成された制度",
        milestones:
          steps === count ? milestones : [...milestones, caseMilestone],
        areas: areasOf(minimums),
        threshold: minimums.length === 0 ? null : threshold,
        target: 1,
        prerequisites: [],
        sheet: { name: "一覧", title: "生成された制度 一覧" },
        checklist: { status: "公式" },
        editions: [],
        appNames: {
          editions: "回",
          societies: "会",
          nominations: "案件",
          answers: "答え",
          deliveries: "台帳",
        },
      }));
  });
