import type { FeatureContext } from "../../feature-kit/feature.ts";
import {
  chooseEdition,
  readChosenEdition,
} from "../../feature-kit/edition-choice.ts";
import { boardFindings } from "../../domain/board-findings.ts";
import type { BoardFinding } from "../../domain/board-findings.ts";
import { createBoard } from "../../domain/board.ts";
import type { Board } from "../../domain/board.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { orderEditions, pickEdition } from "../../domain/edition-order.ts";
import { AppError } from "../../errors/app-error.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import type { AppRecordPart } from "../../apps/records.ts";
import { where } from "../../kintone/query.ts";
import type { messages } from "./messages.ts";

type Context = FeatureContext<typeof messages>;

const editionFields = [
  "name",
  "fiscalYear",
  "editionState",
  "contactDate",
  "registerDate",
  "reportDate",
  "caseDate",
  "target",
  "checklistStatus",
  "closedDays",
  "opensOn",
  "threshold",
  "checklist",
  "checklistVersions",
] as const;

/** Only what the numbers need; thousands of records come through here. */
const nominationFields = [
  "status",
  "edition",
  "society",
  "societyCode",
  "registeredName",
  "corporateNumber",
  "address",
  "nominationKind",
  "contest",
  "contactDue",
  "registerDue",
  "reportDue",
  "caseDue",
  "contactDone",
  "registerDone",
  "reportDone",
  "caseDone",
  "consentNominate",
  "consentShare",
  "securityActionStars",
  "securityActionId",
  "requiredScore",
  "scoreTotal",
  "verdict",
  "nameCheck",
  "registeredBy",
  // Compared with what was confirmed and with the edition's checklist.
  "businessKind",
  "confirmedName",
  "confirmedNumber",
  "confirmedKind",
  "confirmedEdition",
  "consentDate",
  "checklistKind",
  "checklist",
] as const;

const societyFields = [
  "name",
  "code",
  "sortOrder",
  "active",
  "contactUsers",
] as const;

const answerFields = [
  "edition",
  "society",
  "societyCode",
  "answer",
  "reason",
  "answeredOn",
] as const;

const deliveryFields = [
  "edition",
  "deliveryKind",
  "deliveryState",
  "madeAt",
  "sentAt",
  "included",
] as const;

type BoardEdition = AppRecordPart<"editions", (typeof editionFields)[number]>;
type DeliveryPart = AppRecordPart<
  "deliveries",
  (typeof deliveryFields)[number]
>;
type SocietyPart = AppRecordPart<"societies", (typeof societyFields)[number]>;

export type LoadedBoard = {
  editions: readonly BoardEdition[];
  edition: BoardEdition;
  board: Board<DeliveryPart>;
  findings: readonly BoardFinding[];
  /** Contact names by society id. */
  contacts: ReadonlyMap<string, string>;
  /** The user may see the deliveries, and so is of the federation. */
  isFederation: boolean;
  /** The apps' pages, for links. */
  nominationsApp: string;
};

export type LoadProgress = { done: number; total: number };

/** Society staff may not open 提出台帳; for them there are none. */
const listDeliveries = async (
  { gateway }: Context,
  edition: string,
): Promise<DeliveryPart[] | null> => {
  try {
    return await gateway.listRecords("deliveries", {
      fields: deliveryFields,
      condition: where("edition", "=", edition),
    });
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) {
      return null;
    }
    throw error;
  }
};

const toContacts = (
  societies: readonly SocietyPart[],
): ReadonlyMap<string, string> =>
  new Map(
    societies.map(({ id, contactUsers }) => [
      id,
      contactUsers.map(({ name }) => name).join("、"),
    ]),
  );

/**
 * Reads one edition and everything that belongs to it: one request per app and
 * one per 500 nominations.
 *
 * @throws AppError `board/no-edition` when there is no edition at all
 */
export const loadBoard = async (
  context: Context,
  chosen: string | null,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadedBoard> => {
  const { gateway, clock, settings } = context;
  const editions = await gateway.listRecords("editions", {
    fields: editionFields,
  });
  const today = clock.today();
  const edition = pickEdition(editions, chosen ?? readChosenEdition(), today);
  if (edition === null) {
    throw new AppError("board/no-edition");
  }
  chooseEdition(edition.name);
  const condition = where("edition", "=", edition.name);
  const [nominations, societies, answers, deliveries, nominationsApp] =
    await Promise.all([
      gateway.listRecords("nominations", {
        fields: nominationFields,
        condition,
        onProgress,
      }),
      gateway.listRecords("societies", { fields: societyFields }),
      gateway.listRecords("answers", { fields: answerFields, condition }),
      listDeliveries(context, edition.name),
      gateway.requireAppId("nominations"),
    ]);
  const board = createBoard({
    edition,
    nominations,
    societies,
    answers,
    deliveries: deliveries ?? [],
    clock: {
      today,
      warnDays: settings.warnDays,
      closedDays: closedDaysOf(
        edition,
        settings.closedDays.map(({ date }) => date),
      ),
    },
  });
  return {
    editions: orderEditions(editions, today),
    edition,
    board,
    findings: boardFindings(nominations, edition, today),
    contacts: toContacts(societies),
    isFederation: deliveries !== null,
    nominationsApp,
  };
};
