/** Companies that the commercial register knows, with the ways people shorten them. */
const COMPANY_TYPES = [
  { full: "株式会社", short: ["㈱", "(株)", "（株）"] },
  { full: "有限会社", short: ["㈲", "(有)", "（有）"] },
  { full: "合同会社", short: ["(同)", "（同）"] },
  { full: "合資会社", short: ["㈾", "(資)", "（資）"] },
  { full: "合名会社", short: ["㈴", "(名)", "（名）"] },
] as const;

// Bodies with a corporate number that are no companies: the rules for trade
// names do not bind them.
const OTHER_BODIES =
  /法人|組合|連合会|商工会|協会|財団|社団|学校|公社|公団|機構|銀行|信用金庫|NPO|ＮＰＯ/u;

export const FULL_COMPANY_TYPES = COMPANY_TYPES.map(({ full }) => full);

/** 「㈱」 or 「(株)」 in a name, as written there; null when there is none. */
export const abbreviatedTypeIn = (
  name: string,
): { readonly short: string; readonly full: string } | null => {
  for (const { full, short } of COMPANY_TYPES) {
    const found = short.find((one) => name.includes(one));
    if (found !== undefined) {
      return { short: found, full };
    }
  }
  return null;
};

/** The full company types in a name, each as often as it occurs. */
export const companyTypesIn = (name: string): string[] =>
  name.match(new RegExp(FULL_COMPANY_TYPES.join("|"), "gu")) ?? [];

/** 医療法人, NPO法人, 組合 …: a corporation, but not a company. */
export const isOtherBody = (name: string): boolean =>
  companyTypesIn(name).length === 0 &&
  abbreviatedTypeIn(name) === null &&
  OTHER_BODIES.test(name);

/** One of these characters is in every abbreviation. */
const MAYBE_SHORT = /[㈱㈲㈾㈴(（]/u;

/** 「(株)」 and 「㈱」 written out, in a text that is already NFKC. */
export const expandCompanyTypes = (name: string): string =>
  // Most of thousands of names are written in full.
  MAYBE_SHORT.test(name)
    ? COMPANY_TYPES.reduce(
        (text, { full, short }) =>
          short.reduce((rest, one) => rest.replaceAll(one, full), text),
        name,
      )
    : name;
