/** Faults of a row in a list; their words are in `src/words`. */
export type RowProblemCode =
  | "nameMissing"
  | "tooLong"
  | "twice"
  | "notNumber"
  | "codeTaken"
  | "organizationMissing"
  | "organizationAmbiguous"
  | "organizationNone"
  | "userMissing"
  | "userBlank"
  | "societyMissing"
  | "userAmbiguous"
  | "stateUnknown"
  | "areaUnknown"
  | "itemMissing"
  | "pointsUnknown"
  | "firmMissing"
  | "editionUnknown"
  | "editionRunning"
  | "numberUnknown"
  | "dayUnknown"
  | "weekdayDiffers";

export type RowProblem = {
  readonly row: number;
  readonly code: RowProblemCode;
  /** The column it is about, by the field's code. */
  readonly field: string;
  /** The text that was found. */
  readonly text: string;
  /** The row or the name that it conflicts with. */
  readonly other?: string;
};
