// The package ships its TypeScript source; tsx runs it as it is, so that a stack
// trace points at the line that somebody can read.
import { register } from "tsx/esm/api";

register();

export const {
  createCertificate,
  createHandler,
  createSite,
  parseToday,
  resetSite,
  restoreSnapshot,
  startServer,
  takeSnapshot,
} = await import("../src/index.ts");
