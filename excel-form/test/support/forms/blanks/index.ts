import * as blanksInText from "./blanks-in-text.ts";
import * as cards from "./cards.ts";
import * as coverAndList from "./cover-and-list.ts";
import * as digitColumns from "./digit-columns.ts";
import type { DrawnBlank } from "./drawn-blank.ts";
import * as graphPaper from "./graph-paper.ts";
import * as labelsAbove from "./labels-above.ts";
import * as letterOneFirm from "./letter-one-firm.ts";
import * as nominationBlanks from "./nomination-blanks.ts";
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
import * as singleSubjectBlanks from "./single-subject-blanks.ts";
import * as wideList from "./wide-list.ts";

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
  ...Object.values(nominationBlanks),
  ...Object.values(singleSubjectBlanks),
  { draw: drawInvoice, truth: invoice },
  { draw: drawAttendance, truth: attendance },
  { draw: drawInventory, truth: inventory },
];
