import { graphEndpoints } from "./graphs/endpoints.ts";
import { pluginEndpoints } from "./plugins/endpoints.ts";
import { fileEndpoints } from "./records/rest/files.ts";
import { recordEndpoints } from "./records/rest/endpoints.ts";
import { searchEndpoints } from "./search/search.ts";
import { settingsEndpoints } from "./settings/endpoints.ts";
import { spaceEndpoints } from "./spaces/endpoints.ts";
import { userEndpoints } from "./users/endpoints.ts";
import type { Endpoint } from "../model/endpoint.ts";

/** Everything this kintone answers over REST. */
export const allEndpoints: readonly Endpoint[] = [
  ...recordEndpoints,
  ...settingsEndpoints,
  ...graphEndpoints,
  ...fileEndpoints,
  ...pluginEndpoints,
  ...spaceEndpoints,
  ...searchEndpoints,
  ...userEndpoints,
];
