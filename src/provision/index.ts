export { connect, type Connection } from "./connection.ts";
export type { Credentials } from "./credentials.ts";
export { describeStep, describeStranger } from "./describe.ts";
export { toProvisionMessage } from "./errors.ts";
export {
  previewProvision,
  provision,
  type ProvisionOptions,
  type ProvisionResult,
} from "./provision.ts";
export type { Progress } from "./apply/apply-plan.ts";
export type { Plan, Step } from "./plan/step.ts";
export {
  createFileMemory,
  createMemory,
  type ProvisionMemory,
} from "./site/memory.ts";
