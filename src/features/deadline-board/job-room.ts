import type { BoardJob } from "./board-page.ts";

/** The board's place for work on many records. */
export type JobRoom = {
  show(job: BoardJob): void;
  /** Shows what became of it and reads the board anew; these rows stay picked. */
  end(job: BoardJob, picked: ReadonlySet<string>): Promise<void>;
};
