import type { Society } from "./model.ts";
import { isActive } from "./society-answers.ts";

type SocietyFields = Pick<Society, "name" | "active" | "organization">;

/**
 * The society a user works for: the one that belongs to an organisation of
 * theirs, else the only one they may see. Null when that leaves a choice.
 *
 * @param visible - the societies that the user may see
 */
export const ownSocietyOf = (
  visible: readonly SocietyFields[],
  organizations: readonly string[],
): string | null => {
  const active = visible.filter(isActive);
  const own = active.filter(({ organization }) =>
    organization.some(({ code }) => organizations.includes(code)),
  );
  const [only, ...others] = own.length > 0 ? own : active;
  return only === undefined || others.length > 0 ? null : only.name;
};
