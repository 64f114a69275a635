import type { ApiContext } from "../../model/endpoint.ts";
import type { Space, Thread } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

export const WIDGETS = [
  "showAnnouncement",
  "showThreadList",
  "showAppList",
  "showMemberList",
  "showRelatedLinkList",
] as const;

const isoNow = (site: Site) => new Date(site.clock.now()).toISOString();

/** A new thread, not said to anybody. */
export const makeThread = (
  site: Site,
  given: Pick<Thread, "space" | "name" | "creator">,
): Thread => {
  const thread: Thread = {
    ...given,
    id: site.store.nextId("thread"),
    body: null,
    createdAt: isoNow(site),
    comments: [],
  };
  site.store.saveThread(thread);
  return thread;
};

export type NewSpace = Pick<
  Space,
  "name" | "isGuest" | "isPrivate" | "useMultiThread" | "fixedMember"
> &
  Pick<Space, "members" | "creator">;

/** A new space with its first thread, which bears its name. */
export const makeSpace = (site: Site, given: NewSpace): Space => {
  const id = site.store.nextId("space");
  const { creator, name } = given;
  const thread = makeThread(site, { space: id, name, creator });
  const now = isoNow(site);
  const space: Space = {
    ...given,
    id,
    defaultThread: thread.id,
    createApp: "EVERYONE",
    body: null,
    widgets: Object.fromEntries(WIDGETS.map((widget) => [widget, true])),
    guests: [],
    createdAt: now,
    modifier: creator,
    modifiedAt: now,
  };
  site.store.saveSpace(space);
  return space;
};

/** Keeps a change of a space under the name of who made it. */
export const saveSpace = (
  { site, caller }: Pick<ApiContext, "site" | "caller">,
  space: Space,
): void =>
  site.store.saveSpace({
    ...space,
    modifier: caller.user.code,
    modifiedAt: isoNow(site),
  });
