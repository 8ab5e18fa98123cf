import type { Visit } from "../../../platform/access.ts";
import type { StelleAkte } from "../queries/stellen.ts";
import { LIST } from "./getan.ts";
import { stelleName } from "./zellen.tsx";

/** Where a page about one post stands: below the page of that post. */
export const belowStelle = ({ frame }: Visit, stelle: StelleAkte) => ({
  frame,
  breadcrumb: [
    { label: "Stellen", href: LIST },
    { label: stelleName(stelle), href: `${LIST}/${stelle.id}` },
  ],
});
