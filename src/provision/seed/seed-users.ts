import { FEDERATION_GROUP } from "../../apps/rights.ts";
import { connect, type Credentials } from "../connection.ts";
import { demoPeople, groupsOf, passwordOf } from "./people.ts";
import { demoOrganizations } from "./societies.ts";

const missingFrom = <T extends { code: string }>(
  wanted: readonly T[],
  present: readonly string[],
): T[] => wanted.filter(({ code }) => !present.includes(code));

const codesOf = (list: ReadonlyArray<{ code: string }>) =>
  list.map(({ code }) => code);

/**
 * The people of the demo, their societies as organisations, and the federation's
 * group. Whoever is there already stays as they are.
 */
export const seedUsers = async (credentials: Credentials): Promise<void> => {
  const { directory } = connect(credentials);
  const [organizations, groups, users] = await Promise.all([
    directory.listOrganizations(codesOf(demoOrganizations)),
    directory.listGroups([FEDERATION_GROUP]),
    directory.listUsers(codesOf(demoPeople)),
  ]);
  const newOrganizations = missingFrom(demoOrganizations, organizations);
  const newPeople = missingFrom(demoPeople, users);
  if (newOrganizations.length > 0)
    await directory.addOrganizations(newOrganizations);
  if (groups.length === 0) await directory.addGroup(FEDERATION_GROUP, "県連");
  if (newPeople.length === 0) return;
  await directory.addUsers(
    newPeople.map(({ code, name }) => ({
      code,
      name,
      password: passwordOf(code),
      email: `${code}@example.jp`,
    })),
  );
  await directory.setUserOrganizations(
    newPeople.map(({ code, organization }) => ({
      code,
      organizations: [organization],
    })),
  );
  for (const person of newPeople)
    await directory.setUserGroups(person.code, groupsOf(person));
};
