import type { Endpoint } from "../../model/endpoint.ts";
import { addAppPlugins, getAppPlugins } from "./app-plugins.ts";
import {
  addPlugin,
  deletePlugin,
  getPluginApps,
  getPlugins,
  getRequiredPlugins,
  updatePlugin,
} from "./installed.ts";

const ANYONE: Endpoint["auth"] = ["password", "session", "token"];
const NO_TOKEN: Endpoint["auth"] = ["password", "session"];

export const pluginEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "plugin", auth: NO_TOKEN, handle: addPlugin },
  { method: "PUT", path: "plugin", auth: NO_TOKEN, handle: updatePlugin },
  { method: "DELETE", path: "plugin", auth: NO_TOKEN, handle: deletePlugin },
  { method: "GET", path: "plugins", auth: NO_TOKEN, handle: getPlugins },
  {
    method: "GET",
    path: "plugins/required",
    auth: NO_TOKEN,
    handle: getRequiredPlugins,
  },
  { method: "GET", path: "plugin/apps", auth: NO_TOKEN, handle: getPluginApps },
  {
    method: "GET",
    path: "app/plugins",
    preview: true,
    auth: ANYONE,
    handle: getAppPlugins,
  },
  {
    method: "POST",
    path: "app/plugins",
    preview: true,
    live: false,
    auth: ANYONE,
    handle: addAppPlugins,
  },
];
