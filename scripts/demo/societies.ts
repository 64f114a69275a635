import type { societies } from "../../src/apps/index.ts";
import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import { demoPeople, FEDERATION_ORGANIZATION } from "./people.ts";

export const FEDERATION_NAME = "海原県商工会連合会";

export type DemoSociety = {
  readonly code: string;
  readonly town: string;
  readonly name: string;
  readonly kana: string;
  readonly active: "有効" | "統合・廃止";
};

const society = (
  code: string,
  town: string,
  kana: string,
  active: DemoSociety["active"] = "有効",
): DemoSociety => ({
  code,
  town,
  name: `${town}商工会`,
  kana: `${kana}ショウコウカイ`,
  active,
});

/** 海原県 does not exist, and neither do its towns. */
export const demoSocieties: readonly DemoSociety[] = [
  society("s01", "朝霧町", "アサギリチョウ"),
  society("s02", "潮鳴町", "シオナリチョウ"),
  society("s03", "星浦市", "ホシウラシ"),
  society("s04", "月影村", "ツキカゲムラ"),
  society("s05", "藍染町", "アイゾメチョウ"),
  society("s06", "千鳥ヶ浜町", "チドリガハマチョウ"),
  society("s07", "雲井町", "クモイチョウ"),
  society("s08", "若汐市", "ワカシオシ"),
  society("s09", "鈴振村", "スズフリムラ"),
  society("s10", "白帆町", "シラホチョウ"),
  society("s11", "波越町", "ナミコシチョウ"),
  society("s12", "緑野町", "ミドリノチョウ"),
  society("s13", "遠見町", "トオミチョウ"),
  society("s14", "帆立沢村", "ホタテザワムラ"),
  society("s15", "旧浅瀬村", "キュウアサセムラ", "統合・廃止"),
];

/** One per society, so that rights can follow them, and the federation's own. */
export const demoOrganizations: ReadonlyArray<{ code: string; name: string }> =
  [
    { code: FEDERATION_ORGANIZATION, name: FEDERATION_NAME },
    ...demoSocieties.map(({ code, name }) => ({ code, name })),
  ];

export const toSocietyRecord = (
  { code, name, kana, active }: DemoSociety,
  index: number,
): WritableRecordOf<typeof societies> => ({
  name,
  code,
  kana,
  sortOrder: (index + 1) * 10,
  organization: [{ code }],
  contactUsers: demoPeople
    .filter(({ organization }) => organization === code)
    .map((person) => ({ code: person.code })),
  active,
});
