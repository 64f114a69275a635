import { formErrors } from "excel-form";
import { desktopErrors } from "../errors/desktop-catalogue.ts";
import { tellAlso } from "../errors/to-message.ts";
import { mountFeatures } from "../feature-kit/mount.ts";
import { desktopOnlyFeatures } from "../features/desktop-only.ts";
import { features } from "../features/index.ts";

tellAlso({ ...formErrors, ...desktopErrors });
mountFeatures("desktop", [...features, ...desktopOnlyFeatures]);
