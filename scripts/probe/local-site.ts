import { createSite, startServer } from "local-kintone";
import { connect, type Credentials } from "../../src/provision/index.ts";
import { STRICT_READINGS } from "./strict-readings.ts";

type Readings = NonNullable<
  NonNullable<Parameters<typeof createSite>[0]>["readings"]
>;

/** A local kintone whose administrator is in an organisation below another. */
export const startProbeSite = async (readings: Readings = STRICT_READINGS) => {
  const site = createSite({ deployDelayMs: 0, readings });
  const server = await startServer({ site });
  const credentials: Credentials = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  const { directory } = connect(credentials);
  await directory.addOrganizations([
    { code: "office", name: "事務局" },
    { code: "section", name: "係", parentCode: "office" },
  ]);
  const organizations = ["section"];
  await directory.setUserOrganizations([
    { code: credentials.auth.username, organizations },
  ]);
  return {
    credentials,
    close: async () => {
      await server.close();
      site.close();
    },
  };
};
