import { storeSettingsFile } from "../files/temporary-file.ts";
import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { noPrivilege, threadNotFound } from "../../ground/errors.ts";
import {
  id,
  integer,
  list,
  messages,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { requireEntities } from "../rights/require-entities.ts";
import type {
  JsonObject,
  StoredFile,
  Thread,
  ThreadComment,
} from "../../model/model.ts";
import { singleThread } from "./errors.ts";
import { makeThread } from "./made.ts";
import { maySeeSpace, openSpace } from "../rights/space-rights.ts";

const TEXT_LIMIT = 65_535;
const name = text({ min: 1, max: 128 });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/add-thread/ */
export const addThread = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const params = parseShape(object({ space: id(), name }), context.params);
  const space = openSpace(context, params.space);
  if (!space.useMultiThread) throw singleThread();
  const thread = makeThread(site, {
    space: space.id,
    name: params.name,
    creator: caller.user.code,
  });
  return { id: String(thread.id) };
};

const findThread = (context: ApiContext, threadId: number): Thread => {
  const thread = context.site.store.threads.get(threadId);
  if (!thread) throw threadNotFound(threadId);
  return thread;
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/update-thread/ */
export const putThread = (context: ApiContext): JsonObject => {
  const shape = object({
    id: id(),
    name: optional(name),
    body: optional(text({ max: TEXT_LIMIT })),
  });
  const params = parseShape(shape, context.params);
  const thread = findThread(context, params.id);
  const space = openSpace(context, thread.space);
  if (params.name !== undefined && !space.useMultiThread) throw singleThread();
  context.site.store.saveThread({
    ...thread,
    name: params.name ?? thread.name,
    body: params.body ?? thread.body,
  });
  return {};
};

const commentShape = object({
  space: id(),
  thread: id(),
  comment: object({
    text: optional(text({ max: TEXT_LIMIT })),
    mentions: withDefault(
      list(
        object({
          code: text({ min: 1 }),
          type: oneOf(["USER", "GROUP", "ORGANIZATION"]),
        }),
        { max: 10 },
      ),
      [],
    ),
    files: withDefault(
      list(
        object({
          fileKey: text({ min: 1 }),
          width: optional(integer({ min: 100, max: 750 })),
        }),
        { max: 5 },
      ),
      [],
    ),
  }),
});

/** Files of comments belong to no app. */
const NO_APP = 0;

/**
 * A file of a comment, for who sees its space; null for keys of other files.
 *
 * @throws ApiError CB_NO02
 */
export const findThreadFile = (
  { site, caller }: Pick<ApiContext, "site" | "caller">,
  key: string,
): StoredFile | null => {
  const thread = [...site.store.threads.values()].find(({ comments }) =>
    comments.some(({ files }) => files.includes(key)),
  );
  if (!thread) return null;
  const space = site.store.spaces.get(thread.space);
  const isShown = space && maySeeSpace(site, space, caller.user);
  if (!isShown || caller.by === "token") throw noPrivilege();
  return site.store.files.get(key) ?? null;
};

/**
 * Text or a file is needed. Nobody is notified here.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/add-thread-comment/
 */
export const addThreadComment = (context: ApiContext): JsonObject => {
  const { site, caller } = context;
  const { comment, ...params } = parseShape(commentShape, context.params);
  const space = openSpace(context, params.space);
  const thread = findThread(context, params.thread);
  if (thread.space !== space.id) throw threadNotFound(params.thread);
  const isEmpty = (comment.text ?? "") === "" && comment.files.length === 0;
  if (isEmpty)
    throw invalidInput({ "comment.text": { messages: [messages.required] } });
  requireEntities(site, comment.mentions);
  const added: ThreadComment = {
    id: site.store.nextId("threadComment"),
    text: comment.text ?? "",
    mentions: comment.mentions,
    files: comment.files.map(
      ({ fileKey }) => storeSettingsFile(site, NO_APP, fileKey).key,
    ),
    creator: caller.user.code,
    createdAt: new Date(site.clock.now()).toISOString(),
  };
  site.store.saveThread({ ...thread, comments: [...thread.comments, added] });
  return { id: String(added.id) };
};
