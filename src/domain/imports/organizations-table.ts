import type { Entity } from "../model.ts";
import type { SocietyColumns } from "./society-columns.ts";
import { toListTable } from "./list-table.ts";
import type { ListTable } from "./list-table.ts";

/** Columns of the table that `toOrganizationsTable` makes. */
export const organizationsColumns: SocietyColumns = {
  name: 0,
  organization: 1,
};

const isSociety = ({ name }: Entity): boolean =>
  /商工会/u.test(name) && !/連合会|県連/u.test(name);

/**
 * The site's organisations as a list of societies: those that are called
 * 商工会, or all of them where none is. Their codes become the societies'.
 */
export const toOrganizationsTable = (
  organizations: readonly Entity[],
): ListTable => {
  const named = organizations.filter(isSociety);
  return toListTable(
    (named.length > 0 ? named : organizations).map(({ name, code }, index) => ({
      number: index + 1,
      cells: [name, code],
    })),
  );
};
