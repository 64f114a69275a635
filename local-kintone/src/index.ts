export {
  createSite,
  resetSite,
  restoreSnapshot,
  takeSnapshot,
} from "./rooms/create-site.ts";
export type { CreateSiteOptions, Snapshot } from "./rooms/create-site.ts";
export { parseToday } from "./model/clock.ts";
export { createCertificate } from "./http/certificate.ts";
export type { Certificate } from "./http/certificate.ts";
export { createHandler, startServer } from "./start-server.ts";
export type { RunningServer, ServerOptions } from "./start-server.ts";
export type { Site, Store, Clock, SiteOptions } from "./model/site.ts";
export type * from "./model/model.ts";
