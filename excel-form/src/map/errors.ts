import type { ErrorCatalogue, ErrorParams } from "../words/message.ts";

/** Faults of a map or of the values for it. */
export const mapErrors = {
  "report/map-invalid": ({ path = "", problem = "" }: ErrorParams) => ({
    ja: `セルの対応（マップ）を読み取れません（${path === "" ? "全体" : path}：${problem}）。対応を作り直すか、docs/report-map.schema.json の形に直してください。`,
    en: `The map cannot be read (${path === "" ? "as a whole" : path}: ${problem}). Make it again, or correct it after docs/report-map.schema.json.`,
  }),
  "report/map-version": ({ version = "" }: ErrorParams) => ({
    ja: `セルの対応（マップ）は、より新しい版（${version}）で作られています。プラグインを更新してから使ってください。`,
    en: `The map was made by a newer version (${version}). Update the plugin before you use it.`,
  }),
  "report/data-invalid": ({ path = "" }: ErrorParams) => ({
    ja: `様式に入れる値を読み取れません（${path === "" ? "全体" : path}）。{"scalars": {キー: 値}, "rows": [{キー: 値}]} の形にしてください。`,
    en: `The values for the form cannot be read (${path === "" ? "as a whole" : path}). They must be {"scalars": {key: value}, "rows": [{key: value}]}.`,
  }),
  "report/cannot-fill": ({
    ja = "",
    en = "",
    place = "",
    more = "",
  }: ErrorParams) => ({
    ja: `${ja}${place && `（場所：${place}）`}${more && `（ほかに${more}件の問題があります）`}`,
    en: `${en}${place && ` (in ${place})`}${more && ` (and ${more} more problems)`}`,
  }),
  "report/other-form": ({ found = 0, wanted = 0 }: ErrorParams) => ({
    ja: `この募集回の様式ではないようです（見出し${wanted}か所のうち${found}か所だけが一致）。募集回とファイルを確かめて選び直してください。`,
    en: `This does not look like the form of this edition (only ${found} of ${wanted} labels agree). Check edition and file and choose again.`,
  }),
  "report/other-edition": ({ wanted = "", found = "" }: ErrorParams) => ({
    ja: `別の年度の様式のようです（「${wanted}」のはずが「${found}」）。募集回とファイルを確かめて選び直してください。`,
    en: `This looks like another year's form (it reads “${found}” instead of “${wanted}”). Check edition and file and choose again.`,
  }),
} as const satisfies ErrorCatalogue;
