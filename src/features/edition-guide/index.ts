export { checklistImport } from "./checklist-section.ts";
export { editionGuide } from "./guide-section.ts";
