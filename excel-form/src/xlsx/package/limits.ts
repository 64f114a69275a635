/** Limits of a form; a form in practice has 20 to 300 KB. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
export const MAX_ENTRIES = 5_000;

/** Parts below this size may be as repetitive as they like, and so may all of them together below ten times of it. */
export const RATIO_FREE_BYTES = 2 * 1024 * 1024;
/** Sheets of empty bordered cells come to about 60; deflate can do 1,032. */
export const MAX_RATIO = 250;

/**
 * Rows, cells and what is in them, of all parts together: 20 columns of 25,000
 * empty rows, or 60 of 2,000 on four sheets. More takes seconds and is never a
 * form to be filled by hand.
 */
export const MAX_ELEMENTS = 600_000;
