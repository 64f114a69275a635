import { isCorporateNumber, toCorporateNumber } from "./corporate-number.ts";
import { looseNameKey } from "./loose-name.ts";
import type { Nomination } from "./model.ts";
import { prefectureOf } from "./prefectures.ts";

export type FirmFields = Pick<
  Nomination,
  "registeredName" | "corporateNumber" | "address"
>;

/** By what two entries are taken for one firm. */
export type SameFirmBasis = "corporateNumber" | "name";

type Firm = {
  readonly number: string | null;
  readonly nameKey: string;
  /** Worked out when it is first asked for: few of thousands have a name in common. */
  readonly prefecture: string | null;
};

const numberOf = ({ corporateNumber }: FirmFields): string | null =>
  corporateNumber !== "" && isCorporateNumber(corporateNumber)
    ? toCorporateNumber(corporateNumber)
    : null;

class FirmOfEntry implements Firm {
  readonly number: string | null;
  readonly nameKey: string;
  readonly #address: string;
  #prefecture: string | null | undefined;

  constructor(entry: FirmFields) {
    this.number = numberOf(entry);
    this.nameKey = looseNameKey(entry.registeredName);
    this.#address = entry.address;
  }

  get prefecture(): string | null {
    if (this.#prefecture === undefined)
      this.#prefecture = prefectureOf(this.#address);
    return this.#prefecture;
  }
}

const toFirm = (entry: FirmFields): Firm => new FirmOfEntry(entry);

// Two numbers decide alone; an unknown prefecture contradicts nothing.
const compareFirms = (a: Firm, b: Firm): SameFirmBasis | null => {
  if (a.number !== null && b.number !== null) {
    return a.number === b.number ? "corporateNumber" : null;
  }
  const isSameName = a.nameKey !== "" && a.nameKey === b.nameKey;
  const isSamePlace =
    a.prefecture === null ||
    b.prefecture === null ||
    a.prefecture === b.prefecture;
  return isSameName && isSamePlace ? "name" : null;
};

/**
 * Are two entries one firm? By corporate number when both have a good one, else
 * by loose name and prefecture. A suspicion for a person to look at, no more.
 */
export const sameFirmBasis = (
  a: FirmFields,
  b: FirmFields,
): SameFirmBasis | null => compareFirms(toFirm(a), toFirm(b));

const firmFieldsOf = ({
  registeredName,
  corporateNumber,
  address,
}: FirmFields): FirmFields => ({ registeredName, corporateNumber, address });

export type Twin<T> = { readonly entry: T; readonly basis: SameFirmBasis };

/** The others in a list that look like the same firm; the entry itself is left out by id. */
export const findTwinsOf = <T extends FirmFields & { readonly id: string }>(
  entry: FirmFields & { readonly id: string },
  list: readonly T[],
): Array<Twin<T>> => {
  const firm = toFirm(entry);
  return list.flatMap((other) => {
    const isSelf = other.id !== "" && other.id === entry.id;
    const basis = isSelf ? null : compareFirms(firm, toFirm(other));
    return basis === null ? [] : { entry: other, basis };
  });
};

type Member<T> = { readonly entry: T; readonly firm: Firm };

/** The members that share a key with another one, in lists of one key; blank keys are nobody's. */
const bucketBy = <T>(
  members: ReadonlyArray<Member<T>>,
  keyOf: (firm: Firm) => string | null,
): Array<Array<Member<T>>> => {
  // Most of thousands of keys are of one member, which needs no list.
  const firstOf = new Map<string, Member<T>>();
  const buckets = new Map<string, Array<Member<T>>>();
  for (const member of members) {
    const key = keyOf(member.firm);
    if (key === null || key === "") continue;
    const first = firstOf.get(key);
    const bucket = buckets.get(key);
    if (first === undefined) firstOf.set(key, member);
    else if (bucket === undefined) buckets.set(key, [first, member]);
    else bucket.push(member);
  }
  return [...buckets.values()];
};

// Firms of one name: those with equal number and prefecture are interchangeable,
// so one of each kind is compared, however many there are.
const linkByName = <T>(
  bucket: ReadonlyArray<Member<T>>,
  link: (a: Member<T>, b: Member<T>) => void,
): void => {
  const kinds: Array<Member<T>> = [];
  for (const member of bucket) {
    const twin = kinds.find(
      ({ firm }) =>
        firm.number === member.firm.number &&
        firm.prefecture === member.firm.prefecture,
    );
    if (twin !== undefined) {
      link(twin, member);
      continue;
    }
    kinds
      .filter(({ firm }) => compareFirms(firm, member.firm) !== null)
      .forEach((other) => link(other, member));
    kinds.push(member);
  }
};

/**
 * The firms that a list has more than once, each with its entries in the order
 * of the list. Runs through 10,000 entries at once.
 */
export const findTwins = <T extends FirmFields>(list: readonly T[]): T[][] => {
  const members = list.map((entry) => ({ entry, firm: toFirm(entry) }));
  const leaderOf = new Map<Member<T>, Member<T>>();
  const findLeader = (member: Member<T>): Member<T> => {
    let leader = member;
    for (let next = leaderOf.get(leader); next; next = leaderOf.get(leader)) {
      leader = next;
    }
    return leader;
  };
  const link = (a: Member<T>, b: Member<T>): void => {
    const [first, second] = [findLeader(a), findLeader(b)];
    if (first !== second) {
      leaderOf.set(second, first);
    }
  };
  const byNumber = bucketBy(members, ({ number }) => number);
  const byName = bucketBy(members, ({ nameKey }) => nameKey);
  for (const bucket of byNumber)
    bucket.forEach((member) => link(bucket[0] ?? member, member));
  for (const bucket of byName) linkByName(bucket, link);
  const alike = new Set([...byNumber.flat(), ...byName.flat()]);
  const groups = new Map<Member<T>, T[]>();
  for (const member of members.filter((one) => alike.has(one))) {
    const leader = findLeader(member);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [member.entry]);
    else group.push(member.entry);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

/** Entries of one firm in two lists; every group has some of both. */
export const findAcross = <A extends FirmFields, B extends FirmFields>(
  own: readonly A[],
  others: readonly B[],
): Array<{ readonly own: readonly A[]; readonly others: readonly B[] }> => {
  const marked = [
    ...own.map((entry) => ({
      ...firmFieldsOf(entry),
      own: [entry],
      others: [],
    })),
    ...others.map((entry) => ({
      ...firmFieldsOf(entry),
      own: [],
      others: [entry],
    })),
  ];
  return findTwins<FirmFields & { own: readonly A[]; others: readonly B[] }>(
    marked,
  )
    .map((group) => ({
      own: group.flatMap((one) => one.own),
      others: group.flatMap((one) => one.others),
    }))
    .filter((group) => group.own.length > 0 && group.others.length > 0);
};
