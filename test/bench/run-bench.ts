import os from "node:os";
import { messageOf } from "./figure.ts";
import type { BenchPart, Figures } from "./figure.ts";

/** Loaded one by one: what a part imports must not weigh on the others. */
export const benchParts: Readonly<Record<string, () => Promise<BenchPart>>> = {
  sizes: async () => (await import("./sizes.ts")).measureSizes,
  evaluation: async () => (await import("./evaluation.ts")).measureEvaluation,
  rules: async () => (await import("./rules.ts")).measureRules,
  report: async () => (await import("./report.ts")).measureReport,
  propose: async () => (await import("./propose.ts")).measurePropose,
  board: async () => (await import("./board.ts")).measureBoard,
  day: async () => (await import("./day.ts")).measureDay,
  tick: async () => (await import("./tick.ts")).measureTick,
  kintone: async () => (await import("./kintone.ts")).measureKintone,
  habits: async () => (await import("./habits.ts")).measureHabits,
  start: async () => (await import("./start.ts")).measureStart,
};

type Result = Figures | { error: string };

/** Several figures depend on what else the machine was doing. */
const describeMachine = () => ({
  node: process.version,
  cpu: os.cpus()[0]?.model ?? "",
  cores: os.cpus().length,
  loadBefore: os.loadavg().map((load) => Number(load.toFixed(1))),
});

export const runBench = async (
  names: readonly string[],
  isQuick: boolean,
): Promise<{
  results: Record<string, unknown>;
  hasFailed: boolean;
}> => {
  const machine = describeMachine();
  const parts: Record<string, Result> = {};
  let hasFailed = false;
  for (const name of names) {
    const say = (text: string): void => console.error(`${name}: ${text}`);
    try {
      const measure = await benchParts[name]?.();
      parts[name] = (await measure?.({ isQuick, say })) ?? {};
    } catch (error) {
      hasFailed = true;
      parts[name] = { error: messageOf(error) };
      say(`failed: ${messageOf(error)}`);
    }
  }
  return { results: { isQuick, machine, parts }, hasFailed };
};
