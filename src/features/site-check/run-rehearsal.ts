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

const RIGHTS = new Set<Difference["kind"]>(["appAcl", "recordAcl", "fieldAcl"]);

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
}: Options): RehearsalResult[] =>
  rehearse(programme, {
    edition,
    today,
    withoutPlugin: differences
      .filter(({ kind }) => kind === "plugin")
      .map(({ app }) => nameOf(app)),
    changedRights: differences
      .filter(({ kind }) => RIGHTS.has(kind))
      .map((one) => `${nameOf(one.app)}：${differenceText(one, language)}`),
    notices: site.notices,
    directory: site.directory,
    societies: site.societies ?? [],
    formProblem: form.kind === "problem" ? form.reason[language] : null,
  });
