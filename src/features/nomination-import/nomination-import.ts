import { nominationColumns } from "../../domain/imports/nomination-columns.ts";
import type { NominationColumn } from "../../domain/imports/nomination-columns.ts";
import { planNominationImport } from "../../domain/imports/plan-nomination-import.ts";
import type { PastStep } from "../../domain/imports/plan-nomination-import.ts";
import { defineImport } from "../../feature-kit/list-import/mount-import.ts";
import { listNominations, loadKnown } from "./load-known.ts";
import type { Known } from "./load-known.ts";
import { labels, obstacles, texts } from "./texts.ts";
import { toChanges } from "./to-changes.ts";

const describe = (step: PastStep): string => {
  if (step.app === "editions") return "募集回（終了）";
  const { edition, society, corporateNumber, address, result } = step.values;
  const done = Object.entries(step.values).find(([code]) =>
    code.endsWith("Done"),
  );
  return [edition, society, corporateNumber, address, done?.[1], result]
    .filter((value) => value !== undefined && value !== null && value !== "")
    .join("・");
};

/** 過去の案件を取り込む: firms of earlier years become records of editions that are over. */
export const nominationImport = defineImport<NominationColumn, Known, PastStep>(
  {
    id: "nomination-import",
    columns: nominationColumns,
    numbers: "shown",
    needed: "registeredName",
    labels,
    texts,
    load: loadKnown,
    obstacleOf: ({ seesAll }) => (seesAll ? null : obstacles.cannotSee),
    plan: planNominationImport,
    describe,
    toChanges,
    finished: ({ total, present }) => ({
      ja: `${total}件を保存しました。推薦案件は、過去のものを含めて${present}件です。`,
      en: `${total} saved. There are ${present} nominations with those of earlier years.`,
    }),
    countPresent: async (context) => (await listNominations(context)).length,
  },
);
