export { connect, type NodeConnection as Connection } from "./node/connect.ts";
export type { Credentials } from "./node/credentials.ts";
export { describeStep, describeStranger } from "./plan/describe.ts";
export { toProvisionMessage } from "./terminal-message.ts";
export {
  previewProvision,
  provision,
  type ProvisionOptions,
  type ProvisionResult,
} from "./provision.ts";
export type { Progress, Refusal } from "./apply/apply-plan.ts";
export type { Plan, Step } from "./plan/step.ts";
export { createFileMemory } from "./node/file-memory.ts";
export { createMemory, type ProvisionMemory } from "./site/memory.ts";
