import type { Endpoint, Method } from "../../model/endpoint.ts";
import { userReadEndpoints } from "./read.ts";
import {
  addGroups,
  addOrganizations,
  deleteGroups,
  deleteOrganizations,
  updateGroups,
  updateOrganizations,
} from "./write-groups.ts";
import {
  addUsers,
  deleteUsers,
  updateGroupUsers,
  updateUserGroups,
  updateUserOrganizations,
  updateUsers,
} from "./write-users.ts";

const write = (
  method: Method,
  path: string,
  handle: Endpoint["handle"],
): Endpoint => ({
  method,
  path,
  auth: ["password", "session"],
  handle,
});

export const userEndpoints: readonly Endpoint[] = [
  ...userReadEndpoints,
  write("POST", "/v1/users", addUsers),
  write("PUT", "/v1/users", updateUsers),
  write("DELETE", "/v1/users", deleteUsers),
  write("PUT", "/v1/userOrganizations", updateUserOrganizations),
  write("PUT", "/v1/user/groups", updateUserGroups),
  write("PUT", "/v1/group/users", updateGroupUsers),
  write("POST", "/v1/groups", addGroups),
  write("PUT", "/v1/groups", updateGroups),
  write("DELETE", "/v1/groups", deleteGroups),
  write("POST", "/v1/organizations", addOrganizations),
  write("PUT", "/v1/organizations", updateOrganizations),
  write("DELETE", "/v1/organizations", deleteOrganizations),
];
