import type { Message } from "../../i18n/message.ts";
import { AppError } from "../../errors/app-error.ts";
import type { Plan, Step } from "../plan/step.ts";
import { describeStep } from "../plan/describe.ts";
import { applyStep } from "./apply-step.ts";
import type { ApplyContext } from "./context.ts";
import { detailOf } from "../connect/refusal.ts";
import { explainError } from "./explain-error.ts";

/** Sent before each step, and once more when all are done. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  /** The step that begins; null at the end. */
  readonly step: Step | null;
  readonly text: Message | null;
};

/** A list or a notice that kintone refused while the rest went on. */
export type Refusal = {
  /** The step, in words. */
  readonly step: Message;
  readonly name: string;
  /** kintone's own sentences. */
  readonly detail: string;
};

/**
 * Does the steps in their order. After a failure a new plan, made from the site
 * as it then is, holds exactly what is left.
 *
 * @returns the parts that were refused and left out
 * @throws AppError saying at which step and why
 */
export const applyPlan = async (
  { steps }: Plan,
  context: ApplyContext,
  onProgress: (progress: Progress) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<Refusal[]> => {
  const refusals: Refusal[] = [];
  const total = steps.length;
  const nameOf = (key: keyof typeof context.desired.apps) =>
    String(context.desired.apps[key].general.name);
  for (const [done, step] of steps.entries()) {
    const text = describeStep(step, nameOf);
    if (signal?.aborted === true) throw new AppError("provision/stopped");
    try {
      await onProgress({ done, total, step, text });
      for (const { name, error } of await applyStep(context, step))
        refusals.push({ step: text, name, detail: detailOf(error) });
    } catch (error) {
      throw explainError(error, text, context.connection.baseUrl);
    }
  }
  await onProgress({ done: total, total, step: null, text: null });
  return refusals;
};
