import { DATE_CODES, DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
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
import type { Programme } from "../../programmes/index.ts";
import { hasScore } from "../../apps/parts/programme-parts.ts";
import { anyOf, where } from "../../kintone/query.ts";

import { listFewChecklists, withChecklists } from "./load-checklists.ts";
import type { Checklists } from "./load-checklists.ts";

type Context = Pick<
  PageContext,
  "programme" | "gateway" | "clock" | "settings"
>;

const editionFields = [
  "name",
  "fiscalYear",
  "editionState",
  ...DATE_CODES,
  "target",
  "recipientEmail",
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
  ...DUE_CODES,
  ...DONE_CODES,
  "consentNominate",
  "consentShare",
  "securityActionStars",
  "securityActionId",
  "requiredScore",
  "scoreTotal",
  "verdict",
  "nameCheck",
  "registeredBy",
  "receiptNumber",
  "supporterName",
  "supporterAffiliation",
  "supporterContact",
  // Compared with what was confirmed and with the edition's checklist.
  "businessKind",
  "confirmedName",
  "confirmedNumber",
  "confirmedKind",
  "confirmedEdition",
  "confirmedNomination",
  "confirmedDates",
  "nameCheckedOn",
  "consentDate",
  "checklistKind",
] as const;

const societyFields = [
  "name",
  "code",
  "sortOrder",
  "active",
  "contactUsers",
  "organization",
  "supporters",
] as const;

const answerFields = [
  "edition",
  "society",
  "societyCode",
  "answer",
  "answerDue",
  "chases",
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
type AnswerPart = AppRecordPart<"answers", (typeof answerFields)[number]>;

export type LoadedBoard = {
  programme: Programme;
  editions: readonly BoardEdition[];
  edition: BoardEdition;
  board: Board<DeliveryPart>;
  findings: readonly BoardFinding[];
  /** The societies as read, by id. */
  societies: ReadonlyMap<string, SocietyPart>;
  /** The answers as read, by id. */
  answers: ReadonlyMap<string, AnswerPart>;
  /** The user may see the deliveries, and so is of the federation. */
  isFederation: boolean;
  /** The apps' pages, for links. */
  nominationsApp: string;
  answersApp: string;
  editionsApp: string;
  /** The nominations are still on their way; counts of them are not known yet. */
  isEarly: boolean;
  deliveries: readonly DeliveryPart[];
  /** Revisions of the nominations by id. */
  revisions: ReadonlyMap<string, string>;
  /** The board that also knows which nominations a mailed sheet would list otherwise now. */
  withChanged(ids: ReadonlySet<string>): LoadedBoard;
  /** Too many nominations to compare their checklists with the edition's unasked. */
  hasUnreadChecklists: boolean;
  withChecklists(checklists: Checklists): LoadedBoard;
};

/** Facts that arrive after the numbers. */
type Later = {
  readonly changedSinceSent: ReadonlySet<string>;
  /** Null while not read. */
  readonly checklists: Checklists | null;
};

const byId = <T extends { readonly id: string }>(
  records: readonly T[],
): ReadonlyMap<string, T> => new Map(records.map((one) => [one.id, one]));

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

/** The work's failure is the one that is thrown; the other promise must not be left alone. */
const withoutOrphan = async <T>(
  other: Promise<unknown>,
  work: Promise<T>,
): Promise<T> => {
  other.catch(() => undefined);
  return work;
};

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
  onEarly: (early: LoadedBoard) => void,
): Promise<LoadedBoard> => {
  const { programme, gateway, clock, settings } = context;
  const editions = await gateway.listRecords("editions", {
    fields: editionFields,
  });
  const today = clock.today();
  const edition = pickEdition(
    programme,
    editions,
    chosen ?? readChosenEdition(),
    today,
  );
  if (edition === null) {
    throw new AppError("board/no-edition");
  }
  chooseEdition(edition.name);
  const condition = where("edition", "=", edition.name);
  const arriving = gateway.listRecords("nominations", {
    fields: nominationFields,
    // A record that was confirmed for this edition and moved to another is looked at too.
    condition: anyOf(condition, where("confirmedEdition", "=", edition.name)),
    onProgress,
  });
  const [societies, answers, deliveries, apps] = await withoutOrphan(
    arriving,
    Promise.all([
      gateway.listRecords("societies", { fields: societyFields }),
      gateway.listRecords("answers", { fields: answerFields, condition }),
      listDeliveries(context, edition.name),
      Promise.all([
        gateway.requireAppId("nominations"),
        gateway.requireAppId("answers"),
        gateway.requireAppId("editions"),
      ]),
    ]),
  );
  const [nominationsApp, answersApp, editionsApp] = apps;
  const toLoaded = (
    read: Awaited<typeof arriving>,
    isEarly: boolean,
    later: Later,
  ): LoadedBoard => {
    const nominations = read.filter((one) => one.edition === edition.name);
    return {
      programme,
      editions: orderEditions(programme, editions, today),
      edition,
      findings: boardFindings(
        programme,
        withChecklists(read, later.checklists),
        edition,
        today,
      ),
      board: createBoard({
        programme,
        edition,
        nominations,
        societies,
        answers,
        deliveries: deliveries ?? [],
        changedSinceSent: later.changedSinceSent,
        clock: {
          today,
          warnDays: settings.warnDays,
          closedDays: closedDaysOf(
            edition,
            settings.closedDays.map(({ date }) => date),
          ),
        },
      }),
      societies: byId(societies),
      answers: byId(answers),
      isFederation: deliveries !== null,
      nominationsApp,
      answersApp,
      editionsApp,
      isEarly,
      deliveries: deliveries ?? [],
      revisions: new Map(nominations.map(({ id, revision }) => [id, revision])),
      withChanged: (changedSinceSent) =>
        toLoaded(read, isEarly, { ...later, changedSinceSent }),
      hasUnreadChecklists: hasScore(programme) && later.checklists === null,
      withChecklists: (checklists) =>
        toLoaded(read, isEarly, { ...later, checklists }),
    };
  };
  const none = new Set<string>();
  onEarly(toLoaded([], true, { changedSinceSent: none, checklists: null }));
  const read = await arriving;
  return toLoaded(read, false, {
    changedSinceSent: none,
    checklists: await listFewChecklists(gateway, read),
  });
};
