export { connect, type NodeConnection as Connection } from "./node/connect.ts";
export type { Credentials } from "./node/credentials.ts";
export { toProvisionMessage } from "./terminal-message.ts";
export { previewProvision, provision } from "./provision.ts";
export type { Progress } from "./apply/apply-plan.ts";
export type { Plan } from "./plan/step.ts";
export { createFileMemory } from "./node/file-memory.ts";
export { createMemory } from "./site/memory.ts";
