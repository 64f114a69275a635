import type { Edition } from "./model.ts";

type Fields = Pick<Edition, "id" | "name" | "editionState" | "programme">;

/** Other open editions of the same programme: work would be spread over both. */
export const otherOpenEditions = <E extends Fields>(
  edition: Pick<Edition, "id" | "programme">,
  editions: readonly E[],
): E[] =>
  editions.filter(
    ({ id, editionState, programme }) =>
      id !== edition.id &&
      editionState === "募集中" &&
      programme === edition.programme,
  );

/** Open editions of a programme that has more than one. */
export const doubledOpenEditions = <E extends Fields>(
  editions: readonly E[],
): E[] =>
  editions.filter(
    (edition) =>
      edition.editionState === "募集中" &&
      otherOpenEditions(edition, editions).length > 0,
  );
