import type { Message } from "../words/message.ts";
import { keyInfo } from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import type { Placement } from "../map/schema.ts";
import type { Near } from "../near/near.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Labels of the values that the cell takes. */
export const labelOf = (
  vocabulary: Vocabulary,
  placement: Placement,
): Message => {
  const labels = keysOf(vocabulary, placement).map(
    (key) => keyInfo(vocabulary, key).label,
  );
  return {
    ja: labels.map(({ ja }) => ja).join("・"),
    en: labels.map(({ en }) => en).join(", "),
  };
};

export const joinNearTexts = ({ left, above, own }: Near): string =>
  [left, above, own].filter((w) => w !== undefined).join(" / ");

/** The heading proper; lines above it differ between editions. */
export const nearest = (near: Near | undefined): string | undefined =>
  near?.above?.split(" / ")[0];

/** Tells by the words around two cells if they are the same place. */
export const agreement = (
  before: Near,
  after: Near,
): "all" | "some" | "none" => {
  const names = ["own", "left", "above"] as const;
  const wanted = names.filter((name) => before[name] !== undefined);
  // Nothing is printed around it: nobody can say that this is the same place.
  if (wanted.length === 0) return "none";
  const same = wanted.filter((name) => before[name] === after[name]);
  if (same.length === wanted.length) return "all";
  // The label proper: in the cell itself, else at its left, else above.
  const [label] = wanted;
  return label !== undefined && same.includes(label) ? "some" : "none";
};
