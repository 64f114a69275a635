import { z } from "zod";
import type { Programme } from "../../src/programmes/index.ts";

const words = z.string().trim().min(1);
const message = z.object({ ja: words, en: words });

const REQUIREMENTS = [
  "consent",
  "score",
  "securityAction",
  "nameCheck",
] as const;

const step = z.object({
  action: words.max(64),
  state: words.max(64),
  stateInEnglish: words.optional(),
  performer: z.enum(["anyone", "federation"]),
  requires: z.array(z.enum([...REQUIREMENTS, "prerequisites"])),
});

const milestone = z.object({
  id: z.string(),
  label: message,
  part: z.enum(["answer", "registration", "report", "case"]).optional(),
  actor: z.enum(["society", "societyOrFederation", "federation", "business"]),
  lateness: z.enum(["allowed", "allowedAfterReport", "overdue", "closed"]),
  scope: z.enum(["nomination", "edition"]),
  optional: z.boolean(),
  remindDaysBefore: z.int().min(0).max(366),
  step: step.optional(),
});

const item = z.object({
  id: words.max(64),
  area: z.string(),
  text: words,
  points: z.number(),
});

/** Everything the type `Programme` demands, for a file that nothing has compiled. */
const programme = z.object({
  id: z.string(),
  name: words.max(50),
  milestones: z.array(milestone).min(1),
  areas: z.array(
    z.object({
      id: words,
      name: message,
      minimum: z.number().min(0).optional(),
    }),
  ),
  threshold: z.number().min(0).nullable(),
  target: z.int().min(1),
  prerequisites: z.array(z.enum(REQUIREMENTS)),
  sheet: z.object({ name: words.max(40), title: words.max(60) }),
  words: z
    .object({
      entry: words.max(20).optional(),
      earlier: words.max(20).optional(),
      paper: words.max(20).optional(),
      reported: words.max(40).optional(),
    })
    .optional(),
  supporter: words.max(20).optional(),
  persons: z.object({ grades: z.array(z.int().min(1)).min(1) }).optional(),
  checklist: z.object({
    status: z.enum(["サンプル", "公式"]),
    items: z.array(item).optional(),
  }),
  editions: z.array(
    z.object({
      name: words.max(64),
      fiscalYear: z.int(),
      dates: z.record(z.string(), z.string()),
    }),
  ),
  appNames: z.object({
    editions: words.max(64),
    societies: words.max(64),
    nominations: words.max(64),
    answers: words.max(64),
    deliveries: words.max(64),
  }),
});

export type CheckedProgramme = z.infer<typeof programme>;

// The schema and the type are held together here: what one lacks does not compile.
export const asProgramme = (checked: CheckedProgramme): Programme => checked;

/** Reads a definition; sentences say what is missing or of the wrong kind. */
export const parseProgramme = (
  value: unknown,
):
  | { readonly programme: CheckedProgramme }
  | { readonly issues: readonly string[] } => {
  const parsed = programme.safeParse(value);
  return parsed.success
    ? { programme: parsed.data }
    : {
        issues: parsed.error.issues.map(
          ({ path, message: text }) =>
            `${path.join(".") || "programme"}: ${text}.`,
        ),
      };
};
