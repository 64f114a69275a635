import { defineFeature } from "../../feature-kit/feature.ts";
import { messages } from "./messages.ts";
import { showBoard } from "./show-board.ts";

/** 推薦ボード: will the dates be kept, and by whom not? */
export const deadlineBoard = defineFeature({
  id: "deadline-board",
  apps: ["nominations"],
  messages,
  on: { "list.show": showBoard },
});
