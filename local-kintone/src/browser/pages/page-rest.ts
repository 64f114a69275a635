import { createDispatch } from "../../http/dispatch.ts";
import { allEndpoints } from "../../rooms/endpoints.ts";
import type { Site } from "../../model/site.ts";

const PREFIX = "/_page/rest";

/**
 * The pages' own door to the REST endpoints. Same handlers and same rights, but neither
 * counted nor disturbed by the faults of tests: a real page has doors of its own, too.
 */
export const createPageRest = (site: Site) => {
  const dispatch = createDispatch(site, allEndpoints);
  return (request: Request): Promise<Response> =>
    dispatch(request, new URL(request.url).pathname.slice(PREFIX.length));
};
