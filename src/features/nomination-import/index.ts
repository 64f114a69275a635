export { nominationImport } from "./nomination-import.ts";
