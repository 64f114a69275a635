import type { Context } from "hono";
import { ApiError } from "../../ground/api-error.ts";
import {
  appNotFound,
  illegalRequest,
  loginRequired,
  noPrivilege,
} from "../../ground/errors.ts";
import { errorResponse } from "../../model/error-response.ts";
import { languageOf } from "../../model/language.ts";
import { readParameters } from "../../http/parameters.ts";
import { sessionUser, verifyRequestToken } from "../../http/session.ts";
import type { Caller } from "../../model/endpoint.ts";
import { toScope } from "../../rooms/rights/scope.ts";
import type { Scope } from "../../rooms/rights/scope.ts";
import { appRightsOfUser } from "../../rooms/rights/app-rights.ts";
import type { App, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { plainNumber, plainText } from "../../ground/plain.ts";

/** Inputs of a route of the pages. */
export type RouteContext = {
  site: Site;
  user: User;
  language: "ja" | "en";
  params: Record<string, unknown>;
  request: Request;
};
export type Route = (context: RouteContext) => unknown;

const methodOf = (request: Request): "GET" | "POST" | "PUT" => {
  const { method } = request;
  if (method === "GET" || method === "POST" || method === "PUT") return method;
  throw illegalRequest();
};

const answer = async (site: Site, request: Request, route: Route) => {
  const user = sessionUser(site, request);
  if (!user) throw loginRequired();
  if (!request.headers.get("X-Requested-With")) throw illegalRequest();
  const method = methodOf(request);
  const { params, requestToken } = await readParameters(request, method);
  // A request that changes something must come from our own page.
  const isOurs =
    method === "GET" || verifyRequestToken(site, request, requestToken);
  if (!isOurs) throw illegalRequest();
  const language = languageOf(user, request, site.options.defaultLanguage);
  return route({ site, user, language, params, request });
};

/** Wraps a route: session, request token, errors as REST puts them. */
export const serveRoute =
  (site: Site, route: Route) =>
  async (context: Context): Promise<Response> => {
    const request = context.req.raw;
    try {
      const result = await answer(site, request, route);
      return context.json(result ?? {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const user = sessionUser(site, request);
      const fallback = site.options.defaultLanguage;
      return errorResponse(error, languageOf(user, request, fallback));
    }
  };

/** The caller that the handlers of REST know, for a user of the pages. */
export const asCaller = (user: User): Caller => ({
  user,
  by: "session",
  tokens: [],
});

/** The app a request names. */
export const namedApp = ({ site, params }: RouteContext): App => {
  const app = site.store.apps.get(plainNumber(params.app));
  if (!app) throw appNotFound(plainText(params.app));
  return app;
};

export const managedApp = (context: RouteContext): App => {
  const app = namedApp(context);
  if (!appRightsOfUser(context.site, app, context.user).appEditable)
    throw noPrivilege();
  return app;
};

/**
 * Rights of the requesting user on the records of the app that the request
 * names.
 */
export const scopeOf = (context: RouteContext): Scope =>
  toScope(context.site, asCaller(context.user), namedApp(context));
