import { personOf } from "../settings/app-answer.ts";
import type { JsonObject, Space, Thread } from "../../model/model.ts";
import { maySeeSpace } from "../rights/space-rights.ts";
import { plainText } from "./found.ts";
import type { Found, Place } from "./found.ts";

const findInThread = (
  { site, origin, folder }: Place,
  space: Space,
  thread: Thread,
): Found[] => {
  const common = { scope: "SPACE" as const, scopeId: space.id };
  const url = `${origin}${folder}/#/space/${space.id}/thread/${thread.id}`;
  const names: JsonObject = {
    spaceId: String(space.id),
    spaceName: space.name,
    threadId: String(thread.id),
    threadName: thread.name,
  };
  const comments = thread.comments.flatMap((comment): Found[] => {
    const { creator, createdAt } = comment;
    const made = { createdAt, creator: personOf(site, creator) };
    const at = { ...common, creator, createdAt, url: `${url}/${comment.id}` };
    const threadComment = { ...names, commentId: String(comment.id), ...made };
    const files = comment.files.flatMap(
      (key) => site.store.files.get(key) ?? [],
    );
    return [
      {
        ...at,
        type: "THREAD_COMMENT",
        texts: [comment.text],
        toHit: () => ({ threadComment }),
      },
      ...files.map((file): Found => ({
        ...at,
        type: "ATTACHMENT",
        texts: [file.name],
        toHit: () => ({
          attachment: {
            attachedTo: "THREAD_COMMENT",
            fileKey: file.key,
            name: file.name,
            ...made,
          },
          threadComment,
        }),
      })),
    ];
  });
  const { creator, createdAt } = thread;
  const made = { createdAt, creator: personOf(site, creator) };
  return [
    {
      ...common,
      type: "THREAD",
      texts: [thread.name, plainText(thread.body ?? "")],
      creator,
      createdAt,
      url,
      toHit: () => ({ thread: { ...names, ...made } }),
    },
    ...comments,
  ];
};

/** Finds hits in the spaces of a place. */
export const findInSpaces = (place: Place): Found[] => {
  const { site, caller, guestSpaceId, origin, folder } = place;
  const isHere = (space: Space) =>
    (space.isGuest ? space.id : null) === guestSpaceId &&
    maySeeSpace(site, space, caller.user);
  return [...site.store.spaces.values()].filter(isHere).flatMap((space) => {
    const { creator, createdAt } = space;
    const threads = [...site.store.threads.values()].filter(
      (thread) => thread.space === space.id,
    );
    return [
      {
        type: "SPACE",
        scope: "SPACE",
        scopeId: space.id,
        texts: [space.name, plainText(space.body ?? "")],
        creator,
        createdAt,
        url: `${origin}${folder}/#/space/${space.id}`,
        toHit: () => ({
          space: {
            spaceId: String(space.id),
            spaceName: space.name,
            createdAt,
            creator: personOf(site, creator),
          },
        }),
      },
      ...threads.flatMap((thread) => findInThread(place, space, thread)),
    ] satisfies Found[];
  });
};
