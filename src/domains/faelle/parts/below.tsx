import type { Visit } from "../../../platform/access.ts";
import { aktenzeichen } from "../model/fall.ts";
import type { Fall } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

/** Where a page about one case stands: below the page of that case. */
export const belowFall = ({ frame }: Visit, fall: Fall) => ({
  frame,
  breadcrumb: [
    { label: "Fälle", href: LIST },
    { label: `Fall ${aktenzeichen(fall)}`, href: `${LIST}/${fall.id}` },
  ],
});
