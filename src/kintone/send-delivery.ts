import { appFieldCodes } from "../apps/records.ts";
import type { AppRecord } from "../apps/records.ts";
import {
  CLOSE_LEDGER,
  LEDGER_STATES,
  OPEN_LEDGER,
} from "../apps/deliveries/states.ts";
import { STEP_BACK } from "../apps/nominations/process.ts";
import { planSending, planUndo } from "../domain/send-plan.ts";
import type { SendPlan } from "../domain/send-plan.ts";
import { isMailed } from "../domain/sheet-state.ts";
import { cycleOf, milestoneOf } from "../domain/cycle.ts";
import { milestoneCodes } from "../domain/milestone-dates.ts";
import type { Programme } from "../programmes/index.ts";
import { inBatches } from "./batches.ts";
import type { Gateway, RecordChange } from "./gateway.ts";
import { isIn, where } from "./query.ts";

type Delivery = AppRecord<"deliveries">;
type Event = Delivery["sendHistory"][number]["sendEvent"];

/** Two changes per 100 nominations and one for the ledger stay below 20. */
const MOVES_PER_REQUEST = 900;

/** The process action that reports a nomination; nothing moves where there is none. */
const reportAction = (programme: Programme): string => {
  const { steps, reportPlace } = cycleOf(programme);
  return steps[reportPlace]?.action ?? "";
};

export type SendProgress = (progress: { done: number; total: number }) => void;

export type Sender = {
  /** Login name of the user who presses. */
  readonly user: string;
  /** Instant, ms since 1970. */
  readonly at: number;
};

const toIso = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

const toMoves = (
  programme: Programme,
  moves: SendPlan["moves"],
  action: string,
): readonly RecordChange[] => {
  const milestone = milestoneOf(programme, "report");
  return inBatches(moves).flatMap((some): RecordChange[] => [
    {
      kind: "update",
      app: "nominations",
      records: some.map(({ id, reportedOn }) => ({
        id,
        record: milestone ? { [`${milestone.id}Done`]: reportedOn } : {},
      })),
    },
    { kind: "move", app: "nominations", action, ids: some.map(({ id }) => id) },
  ]);
};

const toEvent = (
  sendEvent: Event,
  { at, user }: Sender,
  sendEventReason: string,
) => ({
  id: null,
  sendEvent,
  sendEventAt: toIso(at),
  sendEventBy: [{ code: user, name: "" }],
  sendEventReason,
});

const listIncluded = ({ included }: Delivery, gateway: Gateway) => {
  const ids = included.map(({ nominationId }) => nominationId).filter(Boolean);
  return ids.length === 0
    ? Promise.resolve([])
    : gateway.listRecords("nominations", {
        fields: ["status", ...milestoneCodes(gateway.programme, "Done")],
        condition: isIn("$id", ids),
      });
};

/**
 * Moves the nominations in transactions of 900. With 900 or fewer all of it is
 * one transaction.
 */
const applyPlan = async (
  gateway: Gateway,
  delivery: Delivery,
  { moves, action, opening, closing, after = [] }: ApplyOptions,
  onProgress: SendProgress,
): Promise<void> => {
  const parts = inBatches(moves, MOVES_PER_REQUEST);
  const total = Math.max(parts.length, 1);
  let { revision } = delivery;
  for (let index = 0; index < total; index += 1) {
    onProgress({ done: index, total });
    const isLast = index === total - 1;
    const ledger = {
      ...(index === 0 && opening),
      ...(isLast && closing),
    };
    await gateway.applyTogether([
      {
        kind: "update",
        app: "deliveries",
        records: [{ id: delivery.id, record: ledger, revision }],
      },
      ...toMoves(gateway.programme, parts[index] ?? [], action),
      ...(isLast ? after : []),
    ]);
    revision = String(Number(revision) + 1);
  }
  onProgress({ done: total, total });
};

type LedgerPart = Partial<
  Pick<
    Delivery,
    "included" | "deliveryState" | "sentAt" | "sentTo" | "sendHistory"
  >
>;

type ApplyOptions = {
  readonly moves: SendPlan["moves"];
  /** Process action of the nominations. */
  readonly action: string;
  /** Written to the ledger with the first transaction. */
  readonly opening?: LedgerPart;
  /** Written to the ledger with the last transaction. */
  readonly closing: LedgerPart;
  /** Ends the last transaction. */
  readonly after?: readonly RecordChange[];
};

const moveLedger = (id: string, action: string): RecordChange => ({
  kind: "move",
  app: "deliveries",
  action,
  ids: [id],
});

/**
 * 「送付済にする」: closes the ledger entry and reports every registered
 * nomination that the sheet lists. Pressing again after a failure goes on where
 * it stopped; an entry that somebody else has closed meanwhile stays as it is.
 *
 * @returns when it was sent, ISO 8601 in UTC
 * @throws AppError of the gateway
 */
export const sendDelivery = async (
  gateway: Gateway,
  deliveryId: string,
  sent: Sender & { readonly to: string; readonly today: string },
  onProgress: SendProgress = () => undefined,
): Promise<string> => {
  const delivery = await gateway.fetchRecord("deliveries", deliveryId);
  if (isMailed(delivery)) return delivery.sentAt ?? "";
  const { programme } = gateway;
  const { moves, included } = planSending(
    programme,
    delivery.included,
    await listIncluded(delivery, gateway),
    sent.today,
  );
  const sentAt = toIso(sent.at);
  await applyPlan(
    gateway,
    delivery,
    {
      moves,
      action: reportAction(programme),
      // An undo after half of it knows what was there.
      opening: { included: [...included] },
      closing: {
        deliveryState: "送付済",
        sentAt,
        sentTo: sent.to,
        sendHistory: [...delivery.sendHistory, toEvent("送付済", sent, "")],
      },
      after: [moveLedger(delivery.id, CLOSE_LEDGER)],
    },
    onProgress,
  );
  return sentAt;
};

const listMailedElsewhere = async (
  gateway: Gateway,
  { id, edition }: Delivery,
): Promise<ReadonlySet<string>> => {
  const others = await gateway.listRecords("deliveries", {
    fields: [...appFieldCodes("deliveries")],
    condition: where("edition", "=", edition),
  });
  return new Set(
    others
      .filter((one) => one.id !== id && isMailed(one))
      .flatMap(({ included }) =>
        included.map(({ nominationId }) => nominationId),
      ),
  );
};

const isClosed = ({ status }: Pick<Delivery, "status">): boolean =>
  status === LEDGER_STATES[1];

/** A closed entry takes no changes, so it is opened first, with a trace in its history. */
const openLedger = async (
  gateway: Gateway,
  delivery: Delivery,
): Promise<Delivery> => {
  if (!isClosed(delivery)) return delivery;
  await gateway.applyTogether([moveLedger(delivery.id, OPEN_LEDGER)]);
  return gateway.fetchRecord("deliveries", delivery.id);
};

/**
 * 「送付を取り消す」: opens the entry again and gives every nomination that its
 * sending moved the state and date it had. The reason stays in the ledger.
 *
 * @throws AppError of the gateway
 */
export const undoSending = async (
  gateway: Gateway,
  deliveryId: string,
  { reason, ...sender }: Sender & { readonly reason: string },
  onProgress: SendProgress = () => undefined,
): Promise<void> => {
  const found = await gateway.fetchRecord("deliveries", deliveryId);
  if (!isMailed(found)) return;
  const delivery = await openLedger(gateway, found);
  const [nominations, elsewhere] = await Promise.all([
    listIncluded(delivery, gateway),
    listMailedElsewhere(gateway, delivery),
  ]);
  const { moves, included } = planUndo(
    gateway.programme,
    delivery.included,
    nominations,
    elsewhere,
  );
  await applyPlan(
    gateway,
    delivery,
    {
      moves,
      action: STEP_BACK,
      closing: {
        included: [...included],
        deliveryState: "作成済",
        sentAt: null,
        sentTo: "",
        sendHistory: [
          ...delivery.sendHistory,
          toEvent("送付の取り消し", sender, reason),
        ],
      },
    },
    onProgress,
  );
};
