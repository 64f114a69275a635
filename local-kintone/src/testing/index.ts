export {
  findChromium,
  launchBrowser,
  leaveBrowser,
  takeBrowser,
} from "./browser.ts";
export { calculateRecord } from "./calculate-record.ts";
export { packPlugin } from "./pack-plugin.ts";
export type { PluginSource } from "./pack-plugin.ts";
