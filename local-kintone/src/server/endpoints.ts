import { pluginEndpoints } from "../plugins/endpoints.ts";
import { recordEndpoints } from "../records/endpoints.ts";
import { searchEndpoints } from "../search/search.ts";
import { settingsEndpoints } from "../settings/endpoints.ts";
import { spaceEndpoints } from "../spaces/endpoints.ts";
import { userEndpoints } from "../users/endpoints.ts";
import type { Endpoint } from "./endpoint.ts";

/** Everything this kintone answers over REST. */
export const allEndpoints: readonly Endpoint[] = [
  ...recordEndpoints,
  ...settingsEndpoints,
  ...pluginEndpoints,
  ...spaceEndpoints,
  ...searchEndpoints,
  ...userEndpoints,
];
