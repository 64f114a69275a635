import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { DraftMessages } from "./messages.ts";
import { draftState, readDraft, removeDraft, writeDraft } from "./store.ts";
import type { DraftOwner, DraftState, StoredDraft } from "./store.ts";
import {
  isEmpty,
  merge,
  NOTHING_TYPED,
  readTyped,
  restoreTyped,
  typedSince,
} from "./typed.ts";
import type { TypedValues } from "./typed.ts";

type Context = FeatureContext<DraftMessages>;

/** Often enough that a sentence is not lost, seldom enough that typing does not stutter. */
const LOOK_EVERY_MS = 1500;

export type Offer =
  | { readonly kind: "none" | "restored" | "discarded" | "notKept" }
  | {
      readonly kind: "offered";
      readonly draft: StoredDraft;
      readonly state: DraftState;
    };

export type Keeper = {
  offer(): Offer;
  restore(): void;
  discard(): void;
  /** The record is saved: nothing is left to bring back. */
  forget(): void;
  watch(root: Element): void;
};

const ownerOf = ({ page, visit }: Context): DraftOwner => {
  const { id, revision } = visit.read("nominations");
  return { app: page.appId, user: page.user.code, record: id, revision };
};

/** Keeps what is typed on this page in the browser, for this record and this version alone. */
export const createKeeper = (context: Context, isCopy: boolean): Keeper => {
  const { visit, clock } = context;
  const owner = ownerOf(context);
  const place = localStorage;
  const redraw = (): void => visit.replace(visit.record());
  const first = readTyped(visit.record());
  let offer: Offer = { kind: "none" };
  let pending: TypedValues = NOTHING_TYPED;
  let isOver = false;

  const stored = isCopy ? null : readDraft(place, owner);
  if (stored !== null) {
    const state = draftState(stored, owner, clock.now());
    if (state === "expired" || isEmpty(stored.typed)) removeDraft(place, owner);
    else {
      offer = { kind: "offered", draft: stored, state };
      if (state === "fits") pending = stored.typed;
    }
  }

  const look = (): void => {
    const record = isOver ? null : visit.readForm();
    if (record === null) return;
    const typed = typedSince(first, readTyped(record));
    if (isEmpty(typed)) return;
    const isKept = writeDraft(place, owner, merge(pending, typed), clock.now());
    if (!isKept && offer.kind === "none") {
      offer = { kind: "notKept" };
      redraw();
    }
  };

  const end = (next: Offer): void => {
    offer = next;
    pending = NOTHING_TYPED;
    redraw();
  };

  return {
    offer: () => offer,
    restore: () => {
      if (offer.kind !== "offered" || offer.state !== "fits") return;
      const { typed } = offer.draft;
      visit.changeForm((form) => restoreTyped(form, typed));
      end({ kind: "restored" });
    },
    discard: () => {
      removeDraft(place, owner);
      end({ kind: "discarded" });
    },
    forget: () => {
      isOver = true;
      removeDraft(place, owner);
    },
    watch: (root) => {
      const timer = setInterval(() => {
        if (root.isConnected) look();
        else clearInterval(timer);
      }, LOOK_EVERY_MS);
      window.addEventListener("pagehide", () => {
        if (root.isConnected) look();
      });
    },
  };
};
