export {
  createSite,
  resetSite,
  restoreSnapshot,
  takeSnapshot,
} from "./site/create-site.ts";
export type { CreateSiteOptions, Snapshot } from "./site/create-site.ts";
export { parseToday } from "./site/clock.ts";
export { createCertificate } from "./server/certificate.ts";
export type { Certificate } from "./server/certificate.ts";
export { createHandler, startServer } from "./server/start-server.ts";
export type { RunningServer, ServerOptions } from "./server/start-server.ts";
export type { Site, Store, Clock, SiteOptions } from "./site/site.ts";
export type * from "./site/model.ts";
