import { createBoard } from "../../src/domain/board.ts";
import type { BoardInput } from "../../src/domain/board.ts";
import type { Nomination } from "../../src/domain/model.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { scoreChecklist, thresholdRules } from "../../src/domain/scoring.ts";

import {
  aNomination,
  anEdition,
  clockOn,
  itemsOf,
  sampleChecklist,
} from "../support/domain-records.ts";
import { medianTimeOf, threadTimeOf, toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";

const LIMIT_MS = 150;
const SOCIETIES = 25;
const STATES = [
  "準備中",
  "県連へ連絡済",
  "登録済",
  "報告済",
  "差戻し",
  "取下げ",
];

const codeOf = (index: number): string => `S${index % SOCIETIES}`;

const toNomination = (_: unknown, index: number): Nomination => {
  const status = STATES[index % STATES.length] ?? "準備中";
  const isRegistered = status === "登録済" || status === "報告済";
  return aNomination({
    id: String(index + 1),
    status,
    society: `商工会${index % SOCIETIES}`,
    societyCode: codeOf(index),
    registeredName: `株式会社第${index % 7_000}商店`,
    address: `沖縄県青浜町${index % 5_000}`,
    contactDone: status === "準備中" ? null : "2022-07-26",
    registerDone: isRegistered ? "2022-07-30" : null,
    contest: index % 3 === 0 ? "参加する" : "参加しない",
    checklist: sampleChecklist(...itemsOf("A", "B", "C").slice(index % 12)),
  });
};

const createInput = (
  count: number,
): BoardInput & {
  nominations: readonly Nomination[];
} => ({
  programme: cloudPracticeAward,
  edition: anEdition(),
  nominations: Array.from({ length: count }, toNomination),
  societies: Array.from({ length: SOCIETIES }, (_, index) => ({
    id: String(index),
    name: `商工会${index}`,
    code: codeOf(index),
    sortOrder: index,
    active: "有効" as const,
  })),
  answers: [],
  deliveries: [],
  clock: clockOn("2022-07-29"),
});

/** The rules alone, without a page: everything the board knows and every score. */
export const measureRules: BenchPart = async ({ isQuick, say }) => {
  const count = isQuick ? 2_000 : 10_000;
  const input = createInput(count);
  const rules = thresholdRules(12);
  let sum = 0;
  const work = (): void => {
    const board = createBoard(input);
    sum += board.toDo.length;
    for (const { checklist } of input.nominations) {
      sum += scoreChecklist(checklist, rules).total;
    }
  };
  const cold = await threadTimeOf(work);
  say(`${count} nominations, first run done`);
  const warm = await medianTimeOf(work);
  const board = await medianTimeOf(() => createBoard(input));
  // Printed, so that no engine may leave the work out.
  say(`checked ${sum}`);
  const note = `${count} nominations of 20 items`;
  return {
    boardAndScores: { ...toFigure(warm, "ms", LIMIT_MS), note },
    boardAndScoresCold: {
      ...toFigure(cold, "ms", LIMIT_MS),
      note: `${note}, CPU time of the first run`,
    },
    boardOnly: { ...toFigure(board, "ms"), note },
  };
};
