import type { Entry, StoreListener } from "./store.ts";

export type Journal = {
  entries: Entry[];
  listener: StoreListener;
  close(): void;
};

/** Opens a data folder. */
export const openJournal = (dir: string): Journal => {
  throw new Error(`--data is not there yet: ${dir}`);
};
