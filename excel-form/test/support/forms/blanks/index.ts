import type { Workbook } from "exceljs";
import type { Truth } from "../truth.ts";
import * as blanksInText from "./blanks-in-text.ts";
import * as cards from "./cards.ts";
import * as coverAndList from "./cover-and-list.ts";
import * as digitColumns from "./digit-columns.ts";
import * as graphPaper from "./graph-paper.ts";
import * as labelsAbove from "./labels-above.ts";
import * as letterOneFirm from "./letter-one-firm.ts";
import * as moreBlanks from "./more-blanks.ts";
import * as numberedItems from "./numbered-items.ts";
import * as boxesEverywhere from "./boxes-everywhere.ts";
import * as senderAtRight from "./sender-at-right.ts";
import * as twoBlocksOneRow from "./two-blocks-one-row.ts";
import * as societyAnswer from "./society-answer.ts";
import * as otherProgramme from "./other-programme.ts";
import * as plainSheet from "./plain-sheet.ts";
import * as sideHeadings from "./side-headings.ts";
import * as threeRows from "./three-rows.ts";
import {
  attendance,
  drawAttendance,
  drawInventory,
  drawInvoice,
  inventory,
  invoice,
} from "./unrelated.ts";
import * as wideList from "./wide-list.ts";

export type DrawnBlank = {
  readonly draw: (book: Workbook) => void;
  readonly truth: Truth;
};

/** Forms in the manner of associations, everything in them invented, each with its right map. */
export const DRAWN_BLANKS: readonly DrawnBlank[] = [
  graphPaper,
  letterOneFirm,
  coverAndList,
  threeRows,
  sideHeadings,
  digitColumns,
  cards,
  plainSheet,
  labelsAbove,
  otherProgramme,
  blanksInText,
  wideList,
  numberedItems,
  boxesEverywhere,
  senderAtRight,
  twoBlocksOneRow,
  societyAnswer,
  ...Object.values(moreBlanks),
  { draw: drawInvoice, truth: invoice },
  { draw: drawAttendance, truth: attendance },
  { draw: drawInventory, truth: inventory },
];
