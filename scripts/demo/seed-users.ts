import { FEDERATION_GROUP } from "../../src/apps/parts/rights.ts";
import { connect } from "../../src/provision/node/connect.ts";
import type { Credentials } from "../../src/provision/node/credentials.ts";
import type { Directory } from "../../src/provision/connect/directory.ts";
import { demoPeople, groupsOf, passwordOf } from "./people.ts";
import { demoOrganizations } from "./societies.ts";

const missingFrom = <T extends { code: string }>(
  wanted: readonly T[],
  present: readonly string[],
): T[] => wanted.filter(({ code }) => !present.includes(code));

const codesOf = (list: ReadonlyArray<{ code: string }>) =>
  list.map(({ code }) => code);

const joinFederation = async (
  directory: Directory,
  user: string,
): Promise<void> => {
  const groups = await directory.listGroupsOf(user);
  if (groups.includes(FEDERATION_GROUP)) return;
  await directory.setUserGroups(user, [...groups, FEDERATION_GROUP]);
};

const addPeople = async (
  directory: Directory,
  people: typeof demoPeople,
): Promise<void> => {
  if (people.length === 0) return;
  await directory.addUsers(
    people.map(({ code, name }) => ({
      code,
      name,
      password: passwordOf(code),
      email: `${code}@example.jp`,
    })),
  );
  await directory.setUserOrganizations(
    people.map(({ code, organization }) => ({
      code,
      organizations: [organization],
    })),
  );
  for (const person of people)
    await directory.setUserGroups(person.code, groupsOf(person));
};

/**
 * The people of the demo, their societies as organisations, and the federation's
 * group, which the administrator joins so as to see what the demo holds. Users
 * who exist already stay as they are.
 */
export const seedUsers = async (credentials: Credentials): Promise<void> => {
  const { directory } = connect(credentials);
  const [organizations, groups, users] = await Promise.all([
    directory.listOrganizations(codesOf(demoOrganizations)),
    directory.listGroups([FEDERATION_GROUP]),
    directory.listUsers(codesOf(demoPeople)),
  ]);
  const newOrganizations = missingFrom(demoOrganizations, organizations);
  if (newOrganizations.length > 0)
    await directory.addOrganizations(newOrganizations);
  if (groups.length === 0) await directory.addGroup(FEDERATION_GROUP, "県連");
  await addPeople(directory, missingFrom(demoPeople, users));
  await joinFederation(directory, credentials.auth.username);
};
