import type { ApiContext } from "../server/endpoint.ts";
import { noPrivilege, spaceNotFound } from "../server/errors.ts";
import { dropBlank, id, object, parseShape } from "../server/shape.ts";
import type { JsonObject } from "../site/model.ts";

/**
 * A space as far as there is one: it holds apps and has one thread, with the space's own
 * number. The official client asks for that thread when an app is added to a space.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/get-space/
 */
export const getSpace = (context: ApiContext): JsonObject => {
  const { site, guestSpaceId } = context;
  const params = parseShape(object({ id: id() }), dropBlank(context.params));
  const space = site.store.spaces.get(params.id);
  if (!space) throw spaceNotFound(params.id);
  if (space.isGuest !== (guestSpaceId === space.id)) throw noPrivilege();
  return {
    id: String(space.id),
    name: space.name,
    defaultThread: String(space.id),
    isPrivate: false,
    isGuest: space.isGuest,
    useMultiThread: false,
    fixedMember: false,
    memberCount: String(site.store.users.size),
  };
};
