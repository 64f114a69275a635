export { createDemoData, type DemoData } from "./demo-data.ts";
export { demoUsers } from "./people.ts";
export type { FillReport } from "./seed-delivery.ts";
export { seedDemo, type SeedOptions } from "./seed-demo.ts";
export { seedUsers } from "./seed-users.ts";
