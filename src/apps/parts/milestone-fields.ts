import type { DateField } from "../../app-kit/field.ts";
import type { Programme } from "../../programmes/index.ts";

type Labelled<Id extends string> = {
  readonly id: Id;
  readonly label: { readonly ja: string };
};

export type MilestoneFields<
  Id extends string,
  Suffix extends string,
  F extends DateField = DateField,
> = { readonly [K in `${Id}${Suffix}`]: F };

/** One field per milestone, its code made of the milestone's id and a suffix. */
export const milestoneFields = <
  Id extends string,
  Suffix extends string,
  F extends DateField,
>(
  milestones: ReadonlyArray<Labelled<Id>>,
  suffix: Suffix,
  declare: (label: string) => F,
): MilestoneFields<Id, Suffix, F> =>
  // One entry per milestone id is what the mapped type says.
  Object.fromEntries(
    milestones.map(({ id, label }) => [`${id}${suffix}`, declare(label.ja)]),
  ) as MilestoneFields<Id, Suffix, F>;

/** `{ <id>Due: "<id>Date", … }`: the copies that the edition lookup makes. */
export const milestoneCopies = ({
  milestones,
}: Pick<Programme, "milestones">): Record<string, string> =>
  Object.fromEntries(milestones.map(({ id }) => [`${id}Due`, `${id}Date`]));
