import { invalidInput } from "../../../ground/api-error.ts";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import { notJson } from "../../../ground/errors.ts";
import {
  id,
  integer,
  isObject,
  list,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../../ground/shape.ts";
import type { RecordComment } from "../../../model/model.ts";
import { addComment, deleteComment, requireComments } from "../comments.ts";
import { parameterMessages } from "../messages.ts";
import { findViewable } from "../../rights/scope.ts";
import type { Scope } from "../../rights/scope.ts";
import { ANY_AUTH } from "./auth.ts";
import { openApp, readParams } from "./parameters.ts";

const COMMENT_LIMIT = 10;
const MENTION_LIMIT = 10;
const TEXT_LIMIT = 65_535;

const render = (scope: Scope, comment: RecordComment) => ({
  id: String(comment.id),
  text: comment.text,
  createdAt: comment.createdAt,
  creator: {
    code: comment.creator,
    name: scope.site.store.users.get(comment.creator)?.name ?? comment.creator,
  },
  mentions: comment.mentions.map(({ code, type }) => ({ code, type })),
});

const commentsShape = object({
  app: id(),
  record: id(),
  order: withDefault(oneOf(["asc", "desc", "ASC", "DESC"]), "desc"),
  offset: withDefault(integer({ min: 0 }), 0),
  limit: withDefault(integer({ min: 0, max: COMMENT_LIMIT }), COMMENT_LIMIT),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-comments/ */
const getComments = (context: ApiContext) => {
  const params = readParams(context, commentsShape);
  const scope = openApp(context);
  const { comments } = findViewable(scope, params.record);
  requireComments(scope);
  const isAscending = params.order.toLowerCase() === "asc";
  const ordered = isAscending ? comments : [...comments].reverse();
  const end = params.offset + params.limit;
  const hasBefore = params.offset > 0 && comments.length > 0;
  const hasAfter = end < ordered.length;
  return {
    comments: ordered
      .slice(params.offset, end)
      .map((comment) => render(scope, comment)),
    older: isAscending ? hasBefore : hasAfter,
    newer: isAscending ? hasAfter : hasBefore,
  };
};

const mentionShape = object({
  code: text({ min: 1 }),
  type: oneOf(["USER", "GROUP", "ORGANIZATION"]),
});

const readComment = (holder: unknown) => {
  if (holder === undefined || holder === null)
    throw invalidInput({ comment: { messages: [parameterMessages.required] } });
  if (!isObject(holder)) throw notJson();
  const body = holder.text;
  const isBlank = body === undefined || body === null || body === "";
  if (isBlank || (typeof body === "string" && body.length > TEXT_LIMIT))
    throw invalidInput({
      "comment.text": {
        messages: [
          parameterMessages.commentLength,
          ...(isBlank ? [parameterMessages.required] : []),
        ],
      },
    });
  const mentions = holder.mentions;
  if (Array.isArray(mentions) && mentions.length > MENTION_LIMIT)
    throw invalidInput({
      "comment.mentions": {
        messages: [parameterMessages.size(0, MENTION_LIMIT)],
      },
    });
  const shape = object({
    text: text(),
    mentions: optional(list(mentionShape)),
  });
  return parseShape(shape, holder, "comment");
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-comment/ */
const postComment = (context: ApiContext) => {
  const params = readParams(context, object({ app: id(), record: id() }));
  const comment = readComment(context.params.comment);
  const scope = openApp(context);
  const record = findViewable(scope, params.record);
  const { text: body, mentions = [] } = comment;
  return { id: String(addComment(scope, record, body, mentions).id) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/delete-comment/ */
const removeComment = (context: ApiContext) => {
  const shape = object({ app: id(), record: id(), comment: id() });
  const params = readParams(context, shape);
  const scope = openApp(context);
  deleteComment(scope, findViewable(scope, params.record), params.comment);
  return {};
};

export const commentEndpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "record/comments",
    auth: ANY_AUTH,
    handle: getComments,
  },
  {
    method: "POST",
    path: "record/comment",
    auth: ANY_AUTH,
    handle: postComment,
  },
  {
    method: "DELETE",
    path: "record/comment",
    auth: ANY_AUTH,
    handle: removeComment,
  },
];
