import { verifyPassword } from "../../http/auth.ts";
import { languageOf } from "../../model/language.ts";
import {
  createSession,
  endSession,
  sessionCookie,
  verifyRequestToken,
} from "../../http/session.ts";
import type { Site } from "../../model/site.ts";
import { className } from "../boot/class-names.ts";
import { escapeHtml } from "./html.ts";
import { pageWordsOf } from "./start.ts";
import { pageTexts } from "./texts.ts";

/** A path of this site; anything else would let a link lead a user away after logging in. */
const safeTarget = (target: string | null): string =>
  target !== null && /^\/(?![/\\])/.test(target) ? target : "/k/";

const loginPage = (
  site: Site,
  request: Request,
  failed: boolean,
  target: string,
): string => {
  const language = languageOf(null, request, site.options.defaultLanguage);
  const t = pageTexts(language);
  const { salt } = pageWordsOf(site);
  const c = (name: string): string => className(salt, name);
  const error = failed
    ? `<p class="${c("page-error")}" role="alert">${t.wrongLogin}</p>`
    : "";
  return `<!doctype html>
<html lang="${language}" class="${c("root")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.login}</title>
<link rel="stylesheet" href="/_page/style.css?${encodeURIComponent(salt)}">
</head>
<body class="${c("body")}">
<header><div class="${c("banner")}" role="note">${t.notKintone}</div></header>
<main class="${c("login")}">
<h1 class="${c("title")}">${t.login}</h1>
${error}
<form method="post" action="/login">
<input type="hidden" name="next" value="${escapeHtml(target)}">
<label class="${c("login-field")}">${t.loginName}<input class="${c("input")}" name="username" autocomplete="username" required></label>
<label class="${c("login-field")}">${t.password}<input class="${c("input")}" type="password" name="password" autocomplete="current-password" required></label>
<button class="${c("button")} ${c("button-primary")}">${t.login}</button>
</form>
</main>
<footer class="${c("footer")}">${t.notKintone}</footer>
</body>
</html>
`;
};

const html = (body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });

const redirect = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: { Location: location, ...headers },
  });

export const showLogin = (site: Site, request: Request): Response => {
  const target = safeTarget(new URL(request.url).searchParams.get("next"));
  return html(loginPage(site, request, false, target));
};

export const logIn = async (
  site: Site,
  request: Request,
): Promise<Response> => {
  const form = await request.formData();
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const target = safeTarget(text("next"));
  const user = verifyPassword(site, text("username"), text("password"));
  if (!user) return html(loginPage(site, request, true, target), 401);
  const cookie = sessionCookie(createSession(site, user));
  return redirect(target, { "Set-Cookie": cookie });
};

/** Only a form of our own pages can log somebody out. */
export const logOut = async (
  site: Site,
  request: Request,
): Promise<Response> => {
  const form = await request.formData();
  const token = form.get("token");
  const isOurs =
    typeof token === "string" && verifyRequestToken(site, request, token);
  if (isOurs) endSession(site, request);
  return redirect("/login");
};

/** Redirects a user without a session. */
export const toLogin = (request: Request): Response => {
  const { pathname, search } = new URL(request.url);
  return redirect(`/login?next=${encodeURIComponent(pathname + search)}`);
};
