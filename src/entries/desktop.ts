import { mountFeatures } from "../feature-kit/mount.ts";
import { desktopOnlyFeatures } from "../features/desktop-only.ts";
import { features } from "../features/index.ts";

mountFeatures("desktop", [...features, ...desktopOnlyFeatures]);
