/** Somebody whom a notice names, as the settings of an app have them. */
export type NoticeTarget = { readonly type: string; readonly code: string };

export type Notice = {
  readonly app: string;
  readonly title: string;
  readonly targets: readonly NoticeTarget[];
};

export type Person = {
  readonly code: string;
  readonly name: string;
  readonly hasPrimaryOrganization: boolean;
};

/** Active people of the site, as far as notices name them. */
export type Directory = {
  readonly users: ReadonlySet<string>;
  /** By `toHolderKey`; absent for a group or an organisation that does not exist. */
  readonly members: ReadonlyMap<string, readonly Person[]>;
};

export const toHolderKey = ({ type, code }: NoticeTarget): string =>
  `${type} ${code}`;

/** Everybody of the site; there is always somebody who looks. */
const EVERYONE = "everyone";

/** The society's organisation, which a lookup copies into each of its records. */
const SOCIETY_FIELD = "organization";

const reaches = (
  target: NoticeTarget,
  directory: Directory,
  hasReachableSociety: boolean,
): boolean => {
  switch (target.type) {
    case "USER":
      return directory.users.has(target.code);
    case "GROUP":
    case "ORGANIZATION":
      return (
        target.code === EVERYONE ||
        (directory.members.get(toHolderKey(target)) ?? []).length > 0
      );
    // A record's own field, and its creator, depend on the record.
    default:
      return target.code !== SOCIETY_FIELD || hasReachableSociety;
  }
};

/** The notices that reach nobody at all. */
export const findUnreachable = (
  notices: readonly Notice[],
  directory: Directory,
  hasReachableSociety: boolean,
): Notice[] =>
  notices.filter(({ targets }) =>
    targets.every((target) => !reaches(target, directory, hasReachableSociety)),
  );
