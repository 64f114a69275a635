import { pluginConfigPage as configPageOf } from "../../rooms/plugins/plugin-files.ts";
import { readProxyConfigs } from "../../rooms/plugins/plugin-config.ts";
import { languageOf } from "../../model/language.ts";
import { issueRequestToken, sessionUser } from "../../http/session.ts";
import { appRightsOfUser } from "../../rooms/rights/app-rights.ts";
import type { App, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { bootAppOf, bootUserOf, guestSpaceOf } from "./boot-data.ts";
import type { Boot, PageKind } from "../boot/boot.ts";
import { customisationsOf, fromPlugin } from "./customisation.ts";
import type { Customisation } from "./customisation.ts";
import { renderDocument } from "./document.ts";
import { toLogin } from "./login.ts";
import { pageWordsOf } from "./start.ts";
import { pageTexts } from "./texts.ts";

type Visit = {
  site: Site;
  request: Request;
  user: User;
  language: "ja" | "en";
  mobile: boolean;
};

type Page = {
  kind: PageKind;
  app?: App;
  copy?: "live" | "preview";
  customisations?: Customisation[];
  pluginId?: string;
  configHtml?: string;
  proxyConfigs?: Boot["proxyConfigs"];
  refusal?: string;
  status?: number;
};

const titleOf = (app: App | undefined): string =>
  app
    ? String((app.live ?? app.preview).settings.general.name)
    : "local kintone";

/** Folder of the site or guest space, `/m` on mobile, and the rest of an address. */
const PATH = /^(\/k(?:\/guest\/\d+)?)(\/m)?(\/.*)$/;

/** The twin of an address: with `/m` or without. */
const otherDevice = (request: Request, kind: PageKind): string | null => {
  const hasTwin = ["portal", "index", "show", "create", "report"].includes(
    kind,
  );
  if (!hasTwin && kind !== "notifications") return null;
  const { pathname, search } = new URL(request.url);
  const [, base = "/k", mobile = "", rest = "/"] = PATH.exec(pathname) ?? [];
  return `${base}${mobile === "" ? "/m" : ""}${rest}${search}`;
};

const bootOf = (visit: Visit, page: Page): Boot => {
  const { site, request, user, language, mobile } = visit;
  const { kind, app, copy = "live" } = page;
  return {
    kind,
    mobile,
    user: bootUserOf(user, language),
    requestToken: issueRequestToken(site, request) ?? "",
    refusesOtherDevice: site.options.readings["other-device"] === "refuses",
    findsLookupsByWord: site.options.readings["lookup-by-value"] === "words",
    ...pageWordsOf(site),
    app: app ? bootAppOf(site, app, user, copy) : null,
    pluginId: page.pluginId ?? null,
    proxyConfigs: page.proxyConfigs ?? null,
    refusal: page.refusal ?? null,
  };
};

const render = (visit: Visit, page: Page): Response => {
  const { site, request } = visit;
  const body = renderDocument({
    boot: bootOf(visit, page),
    title: titleOf(page.app),
    clockOffset: Math.round(site.clock.now() - Date.now()),
    customisations: page.customisations ?? [],
    configHtml: page.configHtml ?? null,
    otherDevice: otherDevice(request, page.kind),
  });
  return new Response(body, {
    status: page.status ?? 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
};

/** A page for logged-in users; everybody else is asked to log in first. */
const visitOf = (site: Site, request: Request): Visit | null => {
  const user = sessionUser(site, request);
  if (!user) return null;
  const language = languageOf(user, request, site.options.defaultLanguage);
  const mobile = PATH.exec(new URL(request.url).pathname)?.[2] !== undefined;
  return { site, request, user, language, mobile };
};

const refuse = (
  visit: Visit,
  word: "refused" | "appMissing" | "pluginMissing" | "notDeployed",
  status: number,
): Response =>
  render(visit, {
    kind: "refused",
    refusal: pageTexts(visit.language)[word],
    status,
  });

/** A page without an app. */
export const sitePage = (
  site: Site,
  request: Request,
  kind: "portal" | "notifications",
): Response => {
  const visit = visitOf(site, request);
  return visit ? render(visit, { kind }) : toLogin(request);
};

/** The guest space that an address names, or null. */
const namedSpace = (request: Request): number | null => {
  const space = /^\/k\/guest\/(\d+)\//.exec(new URL(request.url).pathname);
  return space ? Number(space[1]) : null;
};

/** An app under the address where it lies: guest-space apps nowhere else. */
const findApp = ({ site, request }: Visit, appId: number): App | undefined => {
  const app = site.store.apps.get(appId);
  const isHere = app && guestSpaceOf(site, app) === namedSpace(request);
  return isHere ? app : undefined;
};

const needs: Partial<Record<PageKind, "recordViewable" | "recordAddable">> = {
  create: "recordAddable",
  show: "recordViewable",
  print: "recordViewable",
  report: "recordViewable",
};

const mayOpen = (visit: Visit, app: App, kind: PageKind): boolean => {
  const rights = appRightsOfUser(visit.site, app, visit.user);
  const need = needs[kind];
  // A user who may only add opens the list too, and it is empty.
  return need ? rights[need] : rights.recordViewable || rights.recordAddable;
};

/** A page of an app with all that was added to the app. */
export const appPage = (
  site: Site,
  request: Request,
  kind: "index" | "show" | "create" | "print" | "report",
  appId: number,
): Response => {
  const visit = visitOf(site, request);
  if (!visit) return toLogin(request);
  const app = findApp(visit, appId);
  if (!app?.live) return refuse(visit, "appMissing", 404);
  if (!mayOpen(visit, app, kind)) return refuse(visit, "refused", 403);
  const device = visit.mobile ? "mobile" : "desktop";
  return render(visit, {
    kind,
    app,
    customisations: customisationsOf(site, app, visit.user, device),
  });
};

const managed = (visit: Visit, appId: number): App | Response => {
  const app = findApp(visit, appId);
  if (!app) return refuse(visit, "appMissing", 404);
  const { appEditable } = appRightsOfUser(visit.site, app, visit.user);
  return appEditable ? app : refuse(visit, "refused", 403);
};

/** Pages of an app's administrators; they look at the preview copy. */
export const adminPage = (
  site: Site,
  request: Request,
  kind: "appSettings" | "pluginList",
  appId: number,
): Response => {
  const visit = visitOf(site, request);
  if (!visit) return toLogin(request);
  const app = managed(visit, appId);
  if (app instanceof Response) return app;
  return render(visit, { kind, app, copy: "preview" });
};

const proxyConfigsOf = (app: App, id: string): Boot["proxyConfigs"] =>
  Object.fromEntries(
    readProxyConfigs(app, id, "preview").map(
      ({ url, method, headers, data }) => [
        `${method} ${url}`,
        { headers, data },
      ],
    ),
  );

/** The settings page of a plugin: its own markup, styles and scripts. */
export const pluginConfigPage = (
  site: Site,
  request: Request,
  appId: number,
): Response => {
  const visit = visitOf(site, request);
  if (!visit) return toLogin(request);
  const app = managed(visit, appId);
  if (app instanceof Response) return app;
  const id = new URL(request.url).searchParams.get("pluginId") ?? "";
  const config = configPageOf(site, id);
  const isAdded = app.preview.settings.plugins.some((it) => it.id === id);
  if (config?.html == null || !isAdded)
    return refuse(visit, "pluginMissing", 404);
  return render(visit, {
    kind: "pluginConfig",
    app,
    copy: "preview",
    pluginId: id,
    configHtml: config.html,
    proxyConfigs: proxyConfigsOf(app, id),
    customisations: [fromPlugin(site, config)],
  });
};
