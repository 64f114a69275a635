import type { Boot } from "../boot/boot.ts";
import { className } from "../boot/class-names.ts";
import type { Customisation } from "./customisation.ts";
import { escapeHtml, scriptJson } from "./html.ts";
import { pageTexts } from "./texts.ts";

export type DocumentOptions = {
  boot: Boot;
  title: string;
  /** Server's clock minus the machine's, in milliseconds. */
  clockOffset: number;
  customisations: Customisation[];
  /** Markup of a plugin's settings page, as its author wrote it. */
  configHtml: string | null;
  /** The same page for the other device, where there is one. */
  otherDevice: string | null;
};

const link = (href: string): string =>
  `<link rel="stylesheet" href="${escapeHtml(href)}">`;
const script = (src: string): string =>
  `<script src="${escapeHtml(src)}"></script>`;

/** Customisation as classic scripts, each plugin after its id was announced. */
const customisation = ({ pluginId, css, js }: Customisation): string => {
  const announce =
    pluginId === null
      ? []
      : [`<script>kintone.$PLUGIN_ID = ${scriptJson(pluginId)};</script>`];
  return [...announce, ...css.map(link), ...js.map(script)].join("\n");
};

const navigation = (
  { boot, otherDevice }: DocumentOptions,
  c: (name: string) => string,
): string => {
  const t = pageTexts(boot.user.language);
  const base = boot.mobile ? "/k/m" : "/k";
  const ntf = boot.mobile ? "/k/m/notifications" : "/k/notifications";
  const other =
    otherDevice === null
      ? ""
      : `<a href="${escapeHtml(otherDevice)}">${boot.mobile ? t.desktop : t.mobile}</a>`;
  return `<div class="${c("header")}">
<nav class="${c("nav")}" aria-label="${t.navigation}">
<a href="${base}/">${t.portal}</a>
<a href="${ntf}">${t.notifications}</a>
${other}
</nav>
<span class="${c("user")}">${escapeHtml(boot.user.name)}</span>
<form method="post" action="/logout" class="${c("logout")}">
<input type="hidden" name="token" value="${escapeHtml(boot.requestToken)}">
<button class="${c("button")} ${c("button-link")}">${t.logout}</button>
</form>
</div>`;
};

const appName = (
  { boot }: DocumentOptions,
  c: (name: string) => string,
): string => {
  if (!boot.app || boot.kind === "refused") return "";
  const base = boot.mobile ? "/k/m" : "/k";
  const href = `${base}/${boot.app.id}/`;
  return `<h1 class="${c("app-name")}"><a href="${href}">${escapeHtml(boot.app.name)}</a></h1>`;
};

/**
 * A whole page. The order is kintone's: its object, the app's own files, the plugins,
 * then the page itself begins.
 *
 * @see https://github.com/akika/docs/blob/main/en/JSAPI/events/best-practices-for-registering-event-handlers.md
 */
export const renderDocument = (options: DocumentOptions): string => {
  const { boot, title, clockOffset, customisations, configHtml } = options;
  const c = (name: string): string => className(boot.salt, name);
  const t = pageTexts(boot.user.language);
  const signal = scriptJson(boot.startSignal);
  return `<!doctype html>
<html lang="${boot.user.language}" class="${c("root")} ${c(boot.mobile ? "mobile" : "desktop")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<script src="/_page/clock.js" data-offset="${clockOffset}"></script>
${link(`/_page/style.css?${encodeURIComponent(boot.salt)}`)}
</head>
<body class="${c("body")}">
<header>
<div class="${c("banner")}" role="note">${t.notKintone}</div>
${navigation(options, c)}
${appName(options, c)}
</header>
<main class="${c("main")}">${configHtml ?? ""}</main>
<footer class="${c("footer")}">${t.notKintone}</footer>
<script type="application/json" id="boot">${scriptJson(boot)}</script>
${script("/_page/runtime.js")}
${customisations.map(customisation).join("\n")}
<script>document.dispatchEvent(new Event(${signal}))</script>
</body>
</html>
`;
};
