import { defineFeature } from "../../feature-kit/feature.ts";
import { showBadges } from "./show-badges.ts";

/** Every list of nominations says at a glance which row is late. */
export const listBadges = defineFeature({
  id: "list-badges",
  apps: ["nominations"],
  messages: {},
  on: { "list.show": showBadges },
});
