import * as v from "valibot";
import type { Programme } from "../../src/programmes/index.ts";

const words = (most?: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "a text is missing"),
    v.maxLength(most ?? Infinity),
  );
// JSON reads 1e999 as Infinity.
const finite = v.pipe(v.number(), v.finite());
const atLeast = (least: number) => v.pipe(finite, v.minValue(least));
const whole = v.pipe(v.number(), v.safeInteger());
const wholeFrom = (least: number) => v.pipe(whole, v.minValue(least));
const message = v.object({ ja: words(), en: words() });

const REQUIREMENTS = [
  "consent",
  "score",
  "securityAction",
  "nameCheck",
] as const;

const step = v.object({
  action: words(64),
  state: words(64),
  stateInEnglish: v.optional(words()),
  performer: v.picklist(["anyone", "federation"]),
  requires: v.array(v.picklist([...REQUIREMENTS, "prerequisites"])),
});

const milestone = v.object({
  id: v.string(),
  label: message,
  part: v.optional(v.picklist(["answer", "registration", "report", "case"])),
  actor: v.picklist([
    "society",
    "societyOrFederation",
    "federation",
    "business",
  ]),
  lateness: v.picklist(["allowed", "allowedAfterReport", "overdue", "closed"]),
  scope: v.picklist(["nomination", "edition"]),
  optional: v.boolean(),
  remindDaysBefore: v.pipe(wholeFrom(0), v.maxValue(366)),
  step: v.optional(step),
});

const item = v.object({
  id: words(64),
  area: v.string(),
  text: words(),
  points: finite,
});

/** Everything the type `Programme` demands, for a file that nothing has compiled. */
const programme = v.object({
  id: v.string(),
  name: words(50),
  milestones: v.pipe(v.array(milestone), v.minLength(1)),
  areas: v.array(
    v.object({
      id: words(),
      name: message,
      minimum: v.optional(atLeast(0)),
    }),
  ),
  threshold: v.nullable(atLeast(0)),
  target: wholeFrom(1),
  prerequisites: v.array(v.picklist(REQUIREMENTS)),
  sheet: v.object({ name: words(40), title: words(60) }),
  words: v.optional(
    v.object({
      entry: v.optional(words(20)),
      earlier: v.optional(words(20)),
      paper: v.optional(words(20)),
      reported: v.optional(words(40)),
    }),
  ),
  supporter: v.optional(words(20)),
  persons: v.optional(
    v.object({ grades: v.pipe(v.array(wholeFrom(1)), v.minLength(1)) }),
  ),
  checklist: v.object({
    status: v.picklist(["サンプル", "公式"]),
    items: v.optional(v.array(item)),
  }),
  editions: v.array(
    v.object({
      name: words(64),
      fiscalYear: whole,
      dates: v.record(v.string(), v.string()),
    }),
  ),
  appNames: v.object({
    editions: words(64),
    societies: words(64),
    nominations: words(64),
    answers: words(64),
    deliveries: words(64),
  }),
});

export type CheckedProgramme = v.InferOutput<typeof programme>;

// The schema and the type are held together here: what one lacks does not compile.
export const asProgramme = (checked: CheckedProgramme): Programme => checked;

/** Reads a definition; sentences say what is missing or of the wrong kind. */
export const parseProgramme = (
  value: unknown,
):
  | { readonly programme: CheckedProgramme }
  | { readonly issues: readonly string[] } => {
  const parsed = v.safeParse(programme, value);
  return parsed.success
    ? { programme: parsed.output }
    : {
        issues: parsed.issues.map(
          (issue) => `${v.getDotPath(issue) ?? "programme"}: ${issue.message}.`,
        ),
      };
};
