import { createSite } from "../../../src/rooms/create-site.ts";
import { startServer } from "../../../src/start-server.ts";

const [dataDir = "", compactAboveBytes] = process.argv.slice(2);
const site = createSite({
  dataDir,
  compactAboveBytes: Number(compactAboveBytes),
  deployDelayMs: 0,
});
const { baseUrl } = await startServer({ site });
console.log(baseUrl);
