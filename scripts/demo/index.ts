export { demoUsers } from "./people.ts";
export type { FillReport } from "./seed-delivery.ts";
export { seedAward } from "./seed-award.ts";
export { seedDemo } from "./seed-demo.ts";
export { seedUsers } from "./seed-users.ts";
