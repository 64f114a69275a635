import type { AppRecord } from "../../apps/records.ts";
import { rehearse } from "../../domain/rehearse.ts";
import type { RehearsalResult } from "../../domain/rehearse.ts";
import type { Message } from "../../i18n/message.ts";
import type { Programme } from "../../programmes/index.ts";
import { differenceText } from "../../provision/plan/list-differences.ts";
import type { Difference } from "../../provision/plan/list-differences.ts";
import type { Facts } from "./finding.ts";
import type { FormState } from "./form-state.ts";
import type { SiteFacts } from "./gather-facts.ts";

const RIGHTS = new Set<Difference["kind"]>([
  "appAcl",
  "recordAcl",
  "fieldAcl",
  "process",
]);
const NOTICES = new Set<Difference["kind"]>([
  "recordNotifications",
  "reminders",
]);

/** Another order, or a recipient more, keeps nobody from anything. */
const isLost = ({ kind, from, to }: Difference): boolean =>
  kind === "process" ? from !== null || to !== null : to !== null;

const UNMAPPED = {
  ja: "どの欄に何を入れるかの対応表がありません。",
  en: "There is no map of which value goes into which cell.",
} as const satisfies Message;

const formProblemOf = (form: FormState): Message | null => {
  if (form.kind === "problem") return form.reason;
  return form.kind === "unmapped" ? UNMAPPED : null;
};

type Options = {
  readonly programme: Programme;
  readonly edition: AppRecord<"editions">;
  readonly form: FormState;
  readonly facts: Facts;
  readonly site: SiteFacts;
  readonly today: string;
  readonly language: keyof Message;
  readonly nameOf: (app: Difference["app"]) => string;
};

/** Puts the facts of the site into the rules; nothing is written anywhere. */
export const runRehearsal = ({
  programme,
  edition,
  form,
  facts: { differences },
  site,
  today,
  language,
  nameOf,
}: Options): RehearsalResult[] => {
  const linesOf = (
    isMeant: (difference: Difference) => boolean,
  ): readonly string[] =>
    differences
      .filter(isMeant)
      .map((one) => `${nameOf(one.app)}：${differenceText(one, language)}`);
  return rehearse(programme, {
    edition,
    today,
    withoutPlugin: [
      ...differences.filter(({ kind }) => kind === "plugin"),
      ...site.withDisabledPlugin.map((app) => ({ app })),
    ].map(({ app }) => nameOf(app)),
    changedRights: linesOf(
      (one) => RIGHTS.has(one.kind) && (one.kind !== "process" || isLost(one)),
    ),
    notices: site.notices,
    changedNotices: linesOf((one) => NOTICES.has(one.kind) && isLost(one)),
    directory: site.directory,
    societies: site.societies ?? [],
    formProblem: formProblemOf(form)?.[language] ?? null,
  });
};
