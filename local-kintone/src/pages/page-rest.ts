import { allEndpoints } from "../server/endpoints.ts";
import {
  createEndpointTable,
  parseRestPath,
} from "../server/endpoint-table.ts";
import { ApiError } from "../server/api-error.ts";
import { identify } from "../server/auth.ts";
import { errorResponse, jsonResponse } from "../server/error-response.ts";
import { internalError, notImplemented } from "../server/errors.ts";
import { languageOf } from "../server/language.ts";
import { effectiveMethod, readParameters } from "../server/parameters.ts";
import { sessionUser } from "../server/session.ts";
import type { Site } from "../site/site.ts";

const PREFIX = "/_page/rest";

/**
 * The pages' own door to the REST endpoints. Same handlers and same rights, but neither
 * counted nor disturbed by the faults of tests: a real page has doors of its own, too.
 */
export const createPageRest = (site: Site) => {
  const table = createEndpointTable(allEndpoints);

  const run = async (request: Request): Promise<Response> => {
    const pathname = new URL(request.url).pathname.slice(PREFIX.length);
    const rest = parseRestPath(pathname);
    const method = effectiveMethod(request);
    if (!rest) throw notImplemented(method, pathname);
    const endpoint = table.find(method, rest);
    const { params, requestToken, file } = await readParameters(
      request,
      method,
    );
    const caller = identify(site, request, method, requestToken);
    const language = languageOf(
      caller.user,
      request,
      site.options.defaultLanguage,
    );
    const result = await site.store.transaction(() =>
      endpoint.handle({
        site,
        caller,
        language,
        guestSpaceId: rest.guestSpaceId,
        preview: rest.preview,
        params,
        request,
        file,
      }),
    );
    return result instanceof Response ? result : jsonResponse(result ?? {});
  };

  return async (request: Request): Promise<Response> => {
    try {
      return await run(request);
    } catch (error) {
      const user = sessionUser(site, request);
      const language = languageOf(user, request, site.options.defaultLanguage);
      if (error instanceof ApiError) return errorResponse(error, language);
      console.error("local-kintone: a page's own request failed", error);
      return errorResponse(internalError(), language);
    }
  };
};
