import { mountFeatures } from "../feature-kit/mount.ts";
import { desktopFeatures } from "../features/index.ts";

mountFeatures("desktop", desktopFeatures);
