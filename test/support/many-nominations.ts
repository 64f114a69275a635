import { createProcess } from "../../src/apps/nominations/process.ts";
import { inBatches } from "../../src/kintone/batches.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { CycleSite } from "./cycle-site.ts";
import { cells } from "./nomination-site.ts";

/** A checklist of 12 and 2 points, so that ten thousand records stay small. */
const fewItems = [
  { itemId: "A1", itemText: "予約", itemPoints: "12" },
  { itemId: "A2", itemText: "問い合わせ", itemPoints: "2" },
].map((item) => ({ ...item, itemArea: "顧客満足度の向上" }));

const { actions } = createProcess(cloudPracticeAward);
const STEPS = ["準備中", "県連へ連絡済", "登録済", "報告済"] as const;

const actionBetween = (from: string, to: string): string =>
  actions.find((one) => one.from === from && one.to === to)?.name ?? "";

/** The states in which the nominations end, over and over. */
const ENDS = [
  "準備中",
  "県連へ連絡済",
  "登録済",
  "準備中",
  "報告済",
  "県連へ連絡済",
  "登録済",
  "差戻し",
  "取下げ",
] as const;

type End = (typeof ENDS)[number];

const endOf = (index: number): End => ENDS[index % ENDS.length] ?? "準備中";

/** States on the way to the end; sent back from the first step, withdrawn at once. */
const wayTo = (end: End): readonly string[] => {
  if (end === "取下げ") return ["準備中", "取下げ"];
  if (end === "差戻し") return ["準備中", "県連へ連絡済", "差戻し"];
  return STEPS.slice(0, STEPS.indexOf(end) + 1);
};

const isRegistered = (end: End): boolean =>
  end === "登録済" || end === "報告済";

const toRecord =
  (edition: string, societies: readonly string[]) => (index: number) => {
    const end = endOf(index);
    return cells({
      edition,
      society: `${societies[index % societies.length]}商工会`,
      registeredName: `株式会社第${index}商店`,
      corporateNumber: "",
      nominationKind: index % 13 === 5 ? "自薦" : "他薦",
      contest: index % 3 === 0 ? "参加する" : "参加しない",
      consentNominate: "同意あり",
      // Taken back only where no step of the process asks for it.
      consentShare: index % 27 === 3 && end === "準備中" ? "撤回" : "同意あり",
      consentDate: "2022-07-15",
      securityActionStars: "二つ星",
      securityActionId: "12345678901",
      nameCheck: index % 5 === 1 && !isRegistered(end) ? "未確認" : "確認済",
      registeredBy: "県連",
      contactDone: end === "準備中" || index % 11 === 4 ? "" : "2022-07-26",
      registerDone: isRegistered(end)
        ? ["2022-07-29", "2022-08-01", "2022-08-02"][index % 3]
        : "",
      reportDone: end === "報告済" ? "2022-08-01" : "",
      checklist: fewItems.map((item, place) => ({
        value: cells({
          ...item,
          // Exactly the threshold, or two points more.
          answer: place === 1 && index % 4 === 1 ? "いいえ" : "はい",
        }),
      })),
    });
  };

/** As many as are added over REST; more of them are copies in the store. */
const OVER_REST = 500;

const copyInStore = (
  { site, apps, remember }: CycleSite,
  ids: readonly string[],
  copies: number,
): string[] => {
  const app = Number(apps.nominations);
  const originals = ids.map((id) => site.store.records(app).get(Number(id)));
  const added: string[] = [];
  site.store.transaction(() => {
    for (let copy = 0; copy < copies; copy += 1) {
      const original = originals[copy % originals.length];
      if (original === undefined) throw new Error("An original is missing");
      const id = site.store.nextId(`record:${app}`);
      const registeredName = `株式会社第${OVER_REST + copy}商店`;
      const values = { ...original.values, registeredName };
      site.store.saveRecord(app, { ...original, id, values });
      added.push(String(id));
    }
  });
  // Indexes of values are made anew after a snapshot.
  remember()();
  return added;
};

/**
 * Adds nominations of every kind, state and date, spread over the societies but the last two. The
 * edition gets a short checklist.
 */
export const addManyNominations = async (
  run: CycleSite,
  edition: string,
  count: number,
): Promise<string[]> => {
  const { clerk, apps, societies, editionId } = run;
  const app = apps.nominations;
  await clerk.record.updateRecord({
    app: apps.editions,
    id: editionId,
    record: cells({
      checklist: fewItems.map((one) => ({ value: cells(one) })),
    }),
  });
  const toCells = toRecord(edition, societies.slice(0, -2));
  const indexes = Array.from(
    { length: Math.min(count, OVER_REST) },
    (_none, index) => index,
  );
  const ids: string[] = [];
  for (const part of inBatches(indexes)) {
    const added = await clerk.record.addRecords({
      app,
      records: part.map(toCells),
    });
    ids.push(...added.ids);
  }
  for (let step = 1; step < STEPS.length; step += 1) {
    const moving = ids.flatMap((id, index) => {
      const way = wayTo(endOf(index));
      const [from, to] = [way[step - 1], way[step]];
      return from === undefined || to === undefined
        ? []
        : { id, action: actionBetween(from, to) };
    });
    for (const records of inBatches(moving))
      await clerk.record.updateRecordsStatus({ app, records });
  }
  if (count > OVER_REST) ids.push(...copyInStore(run, ids, count - OVER_REST));
  return ids;
};
