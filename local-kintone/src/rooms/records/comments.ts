import { notifyComment } from "../notifications/record-events.ts";
import {
  unknownGroup,
  unknownOrganization,
  unknownUser,
} from "../../language/query/errors.ts";
import { formatSecond } from "../../language/query/time-zone.ts";
import type { ApiError } from "../../ground/api-error.ts";
import type { Entity, RecordComment, StoredRecord } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { commentNotFound, commentsAreOff, notYourComment } from "./errors.ts";
import type { Scope } from "../rights/scope.ts";
import { saveRecord } from "./write.ts";

export type Mention = { code: string; type: "USER" | "GROUP" | "ORGANIZATION" };

/** Comments can be switched off in the app's settings. */
export const requireComments = (scope: Scope): void => {
  if (scope.settings.general.enableComments === false) throw commentsAreOff();
};

const tables: Record<
  Mention["type"],
  {
    find: (site: Site, code: string) => { name: string } | undefined;
    missing: (code: string) => ApiError;
  }
> = {
  USER: {
    find: (site, code) => site.store.users.get(code),
    missing: unknownUser,
  },
  GROUP: {
    find: (site, code) => site.store.groups.get(code),
    missing: unknownGroup,
  },
  ORGANIZATION: {
    find: (site, code) => site.store.organizations.get(code),
    missing: unknownOrganization,
  },
};

const mentionNameOf = (site: Site, { code, type }: Mention): string => {
  const found = tables[type].find(site, code);
  if (!found) throw tables[type].missing(code);
  return found.name;
};

/**
 * Names of the mentioned, the text, and a blank at the end: so comments are read
 * (SG:doc/real-kintone-dual-mode-followup.md; docs of get-comments).
 */
const composeText = (site: Site, text: string, mentions: Mention[]): string =>
  [...mentions.map((mention) => mentionNameOf(site, mention)), text, ""].join(
    " ",
  );

/** Adds a comment; the record's revision and times stay. */
export const addComment = (
  scope: Scope,
  record: StoredRecord,
  text: string,
  mentions: Mention[],
): RecordComment => {
  requireComments(scope);
  const { site, caller } = scope;
  const comment: RecordComment = {
    id: record.nextCommentId,
    text: composeText(site, text, mentions),
    createdAt: formatSecond(site.clock.now()),
    creator: caller.user.code,
    mentions: mentions.map(({ code, type }): Entity => ({ type, code })),
  };
  saveRecord(scope, {
    ...record,
    comments: [...record.comments, comment],
    nextCommentId: record.nextCommentId + 1,
  });
  // Those who commented before are notified, except this comment's author.
  notifyComment(scope, record, comment);
  return comment;
};

/** @throws ApiError for comments that are missing or of somebody else */
export const deleteComment = (
  scope: Scope,
  record: StoredRecord,
  id: number,
): void => {
  requireComments(scope);
  const comment = record.comments.find((it) => it.id === id);
  if (!comment) throw commentNotFound();
  if (comment.creator !== scope.caller.user.code) throw notYourComment(id);
  saveRecord(scope, {
    ...record,
    comments: record.comments.filter((it) => it.id !== id),
  });
};
