import { shiftClock } from "../clock.ts";

// The server writes the difference into the tag of this script.
const offset = Number(document.currentScript?.dataset.offset ?? "0");
if (offset !== 0) shiftClock(offset);
