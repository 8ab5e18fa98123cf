import type { Visit } from "../../../platform/access.ts";
import { type Fall, aktenzeichen } from "../../faelle/index.ts";

/** Where a page about a meeting stands: below the page of its case. */
export const belowFall = ({ frame }: Visit, fall: Fall) => ({
  frame,
  breadcrumb: [
    { label: "Fälle", href: "/faelle" },
    { label: `Fall ${aktenzeichen(fall)}`, href: `/faelle/${fall.id}` },
  ],
});
