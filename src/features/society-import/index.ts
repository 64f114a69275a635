export { contactImport } from "./contact-import.ts";
export { societyImport } from "./society-import.ts";
