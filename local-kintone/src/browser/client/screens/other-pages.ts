import { html, nothing, render } from "lit";
import { boot, c, root } from "../boot.ts";
import { prepareShow } from "../events/dispatch.ts";
import { pageRoute } from "../rest.ts";
import { element } from "../dom.ts";
import { showDateTime } from "../times.ts";
import { t } from "../words.ts";
import { main, setScreen } from "./current.ts";

const device = boot.mobile ? "mobile." : "";

const reportFailure = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => window.reportError(error));
};

type ListedApp = { id: string; name: string; guestSpaceId: number | null };

/** Folder of an app's pages, wherever it lies. */
const folderOf = (guestSpaceId: number | null): string => {
  if (guestSpaceId === null) return root;
  return `/k/guest/${guestSpaceId}${boot.mobile ? "/m" : ""}`;
};

/** The user's apps. */
export const startPortal = (): void => {
  if (location.hash.startsWith("#/ntf")) {
    location.replace(`${root}/notifications`);
    return;
  }
  const shown = prepareShow(`${device}portal.show`);
  const space = element("div", "portal-space");
  setScreen({ kind: "portal", space });
  const start = async (): Promise<void> => {
    const { apps } = await pageRoute<{ apps: ListedApp[] }>("GET", "apps", {});
    render(
      html`${space}
        <h1 class=${c("title")}>${t("apps")}</h1>
        ${apps.length === 0 ? html`<p>${t("noApps")}</p>` : nothing}
        <ul class=${c("app-list")}>
          ${apps.map(
            ({ id, name, guestSpaceId }) =>
              html`<li>
                <a
                  class=${c("app-link")}
                  href=${`${folderOf(guestSpaceId)}/${id}/`}
                  >${name}</a
                >
              </li>`,
          )}
        </ul>`,
      main(),
    );
    await shown({});
  };
  reportFailure(start());
};

type Listed = {
  id: number;
  kind: string;
  app: number;
  guestSpaceId: number | null;
  record: number;
  title: string;
  text: string;
  senderName: string | null;
  createdAt: string;
  read: boolean;
};

/** Notifications of the user, newest first. */
export const startNotifications = (): void => {
  let listed: Listed[] = [];
  const load = async (): Promise<void> => {
    const answer = await pageRoute<{ notifications: Listed[] }>(
      "GET",
      "notifications",
      {},
    );
    listed = answer.notifications;
    draw();
  };
  const markRead = async (id: number): Promise<void> => {
    await pageRoute("POST", "notifications/read", { id });
    await load();
  };
  const one = (it: Listed) =>
    html`<li class=${c("notice", it.read ? "notice-read" : "notice-unread")}>
      <a
        href=${`${folderOf(it.guestSpaceId)}/${it.app}/show#record=${it.record}`}
      >
        <strong>${it.title}</strong>
        ${it.read ? nothing : html`<span class=${c("badge")}>${t("unread")}</span>`}
        <span class=${c("notice-text")}>${it.text}</span>
        <span class=${c("muted")}
          >${it.senderName ?? ""}
          <time datetime=${it.createdAt}
            >${showDateTime(it.createdAt)}</time
          ></span
        >
      </a>
      ${
        it.read
          ? nothing
          : html`<button
              type="button"
              class=${c("button", "button-plain")}
              @click=${() => reportFailure(markRead(it.id))}
            >
              ${t("markRead")}
            </button>`
      }
    </li>`;
  const draw = (): void => {
    render(
      html`<h1 class=${c("title")}>${t("notifications")}</h1>
        ${listed.length === 0 ? html`<p>${t("noNotifications")}</p>` : nothing}
        <ul class=${c("notices")}>
          ${listed.map(one)}
        </ul>`,
      main(),
    );
  };
  reportFailure(load());
};
