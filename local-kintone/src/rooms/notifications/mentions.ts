import type { Entity } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { isMember } from "../rights/membership.ts";

/** Codes of everybody meant by the mentions of a comment. */
export const mentionedUsers = (site: Site, mentions: Entity[]): string[] =>
  [...site.store.users.values()]
    .filter((user) =>
      // It is unverified that a mention of an organisation reaches its sub-organisations.
      mentions.some((mention) => isMember(site, user, mention, false)),
    )
    .map(({ code }) => code);
