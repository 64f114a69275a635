/** The users of the demo; all are invented. */
import { FEDERATION_GROUP } from "../../src/apps/parts/rights.ts";

type DemoRole =
  | "administrator"
  | "federationManager"
  | "federationStaff"
  | "societyStaff";

type DemoPerson = {
  readonly code: string;
  readonly name: string;
  readonly role: DemoRole;
  /** Code of the society or federation. */
  readonly organization: string;
};

export const FEDERATION_ORGANIZATION = "kenren";

const demoManager = {
  code: "shiomi",
  name: "潮見 和彦",
  role: "federationManager",
  organization: FEDERATION_ORGANIZATION,
} as const satisfies DemoPerson;

export const demoContact = {
  code: "hamano",
  name: "浜野 さとみ",
  role: "federationStaff",
  organization: FEDERATION_ORGANIZATION,
} as const satisfies DemoPerson;

/** Everybody but the administrator, who comes with the site. */
export const demoPeople: readonly DemoPerson[] = [
  demoManager,
  demoContact,
  { code: "aoki", name: "青木 遥", role: "societyStaff", organization: "s01" },
  { code: "isobe", name: "磯部 誠", role: "societyStaff", organization: "s02" },
  { code: "hoshi", name: "星 直美", role: "societyStaff", organization: "s03" },
];

/** A demo on localhost: the password is there to be typed, not to protect. */
export const passwordOf = (code: string): string => `${code}-demo`;

const isFederation = ({ organization }: DemoPerson): boolean =>
  organization === FEDERATION_ORGANIZATION;

export const groupsOf = (person: DemoPerson): readonly string[] =>
  isFederation(person) ? [FEDERATION_GROUP] : [];

/** The logins that `npm start` prints; the first is the site's own. */
export const demoUsers: ReadonlyArray<{
  code: string;
  password: string;
  role: DemoRole;
}> = [
  {
    code: "Administrator",
    password: "Administrator",
    role: "administrator",
  },
  ...demoPeople.map(({ code, role }) => ({
    code,
    password: passwordOf(code),
    role,
  })),
];
