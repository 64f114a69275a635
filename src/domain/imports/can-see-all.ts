/** A rule of record permissions; only rules for all records decide here. */
type Rule = {
  readonly filterCond: string;
  readonly entities: ReadonlyArray<{
    readonly entity: { readonly code: string; readonly type: string };
    readonly viewable: boolean;
  }>;
};

export type Reader = {
  readonly code: string;
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
};

/**
 * Tells whether somebody sees every record. An import by somebody who does not
 * would take existing records for new ones.
 */
export const canSeeAll = (rules: readonly Rule[], reader: Reader): boolean => {
  const codes: Readonly<Record<string, readonly string[]>> = {
    USER: [reader.code],
    GROUP: ["everyone", ...reader.groups],
    ORGANIZATION: reader.organizations,
  };
  const forAll = rules.filter(({ filterCond }) => filterCond === "");
  return (
    forAll.length === 0 ||
    forAll.every(({ entities }) =>
      entities.some(
        ({ entity, viewable }) =>
          viewable && (codes[entity.type] ?? []).includes(entity.code),
      ),
    )
  );
};
