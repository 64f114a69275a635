import { bootApp } from "../boot.ts";
import type { Entity } from "../record/types.ts";
import { pageRoute } from "../rest.ts";

/** A button of the process that this user may press now. */
export type StatusAction = {
  name: string;
  nextStatus: {
    name: string;
    type: "ONE" | "ALL" | "ANY";
    assignees: Entity[];
  };
  /** One of the assignees has to be named. */
  needsAssignee: boolean;
};
export type StatusChange = {
  changedAt: string;
  status: string;
  assignees: Entity[];
};
export type ProcessState = {
  enabled: boolean;
  status: string;
  assignees: Entity[];
  actions: StatusAction[];
};

export const loadProcess = (record: number): Promise<ProcessState> =>
  pageRoute<ProcessState>("GET", "process", { app: bootApp().id, record });

/** Newest first. */
export const loadStatusHistory = async (
  record: number,
  offset: number,
  limit: number,
): Promise<StatusChange[]> => {
  const { history } = await pageRoute<{ history: StatusChange[] }>(
    "GET",
    "status-history",
    { app: bootApp().id, record, offset, limit },
  );
  return history;
};
