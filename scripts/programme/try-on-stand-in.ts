import { createSite, startServer } from "local-kintone";
import { provision, toProvisionMessage } from "../../src/provision/index.ts";
import { asProgramme, type CheckedProgramme } from "./shape.ts";

/**
 * Sets the five apps up on a local kintone that lives in memory.
 *
 * @returns the sentences of what it refused; empty when it took everything
 */
export const tryOnStandIn = async (
  programme: CheckedProgramme,
): Promise<readonly string[]> => {
  const site = createSite({ deployDelayMs: 0 });
  const server = await startServer({ site, port: 0 });
  try {
    const { refusals } = await provision({
      baseUrl: server.baseUrl,
      auth: { username: "Administrator", password: "Administrator" },
      programme: asProgramme(programme),
    });
    return refusals.map(({ name, detail }) => `${name}: ${detail}`);
  } catch (error) {
    return [toProvisionMessage(error, "en")];
  } finally {
    await server.close();
    site.close();
  }
};
