import { stateOf } from "../../domain/nomination-step.ts";
import type { NominationStep } from "../../domain/nomination-step.ts";
import type { Programme } from "../../programmes/index.ts";
import type { SocietyFields } from "../../domain/society-answers.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import { toFilteredHref } from "../../kintone/page-paths.ts";
import type { Page } from "../../kintone/page.ts";
import { allOf, anyOf, isIn, isNotIn, where } from "../../kintone/query.ts";
import type { Condition } from "../../kintone/query.ts";
import type { LoadedBoard } from "./load-board.ts";

/** Addresses of kintone's lists with exactly the records that a number counts; null where there is none. */
export type ListLinks = {
  /** @param ids - record numbers of nominations */
  ofNominations(ids: readonly string[]): string | null;
  ofStep(step: NominationStep): string | null;
  /** The answers of these societies. */
  ofAnswers(societies: readonly SocietyFields[]): string | null;
};

export const noLinks: ListLinks = {
  ofNominations: () => null,
  ofStep: () => null,
  ofAnswers: () => null,
};

const consents = ["consentNominate", "consentShare"] as const;

/** The same rule as the board's count of steps. */
const isAtStep = (
  programme: Programme,
  step: NominationStep,
  statusCode: string,
): Condition => {
  const isInState = isIn(statusCode, [stateOf(programme, step)]);
  return step === "withdrawn"
    ? anyOf(isInState, ...consents.map((code) => isIn(code, ["撤回"])))
    : allOf(isInState, ...consents.map((code) => isNotIn(code, ["撤回"])));
};

type Context = Pick<PageContext, "programme" | "gateway"> & {
  readonly page: Pick<Page, "buildListUrl" | "fetchFormFields">;
};

/** @returns the address of a list by its name; null when the app has no such list */
const fetchListHref = async (
  { gateway, page }: Context,
  app: string,
  name: string,
): Promise<string | null> => {
  const id = (await gateway.fetchViewIds(app)).get(name);
  return id === undefined ? null : page.buildListUrl(app, id);
};

/** One request per app; the codes of record number and status depend on the site's language. */
export const fetchListLinks = async (
  context: Context,
  {
    nominationsApp,
    answersApp,
    edition,
  }: Pick<LoadedBoard, "nominationsApp" | "answersApp" | "edition">,
): Promise<ListLinks> => {
  const [nominations, answers, form] = await Promise.all([
    fetchListHref(context, nominationsApp, "すべての案件"),
    fetchListHref(context, answersApp, "すべての回答"),
    context.page.fetchFormFields(),
  ]);
  const codeOf = (type: string): string =>
    Object.values(form).find((field) => field.type === type)?.code ?? "";
  const isOfEdition = where("edition", "=", edition.name);
  const filtered = (href: string | null, condition: Condition) =>
    href === null ? null : toFilteredHref(href, condition);
  return {
    ofNominations: (ids) =>
      ids.length === 0
        ? null
        : filtered(nominations, isIn(codeOf("RECORD_NUMBER"), ids)),
    ofStep: (step) =>
      filtered(
        nominations,
        allOf(
          isOfEdition,
          isNotIn("nominationKind", ["自薦"]),
          isAtStep(context.programme, step, codeOf("STATUS")),
        ),
      ),
    ofAnswers: (societies) =>
      societies.length === 0
        ? null
        : filtered(
            answers,
            allOf(
              isOfEdition,
              isIn(
                "societyCode",
                societies.map(({ code }) => code),
              ),
            ),
          ),
  };
};
