import type { Visit } from "../../../platform/access.ts";
import { aktenzeichen } from "../../faelle/index.ts";
import type { FallAkte } from "../queries/akte.ts";
import { CASES, planPath } from "./getan.ts";

const caseWay = (fall: FallAkte) => [
  { label: "Fälle", href: CASES },
  { label: `Fall ${aktenzeichen(fall)}`, href: `${CASES}/${fall.id}` },
];

/** Where the plan stands: below the page of its case. */
export const belowFall = ({ frame }: Visit, fall: FallAkte) => ({ frame, breadcrumb: caseWay(fall) });

/** Where a page about the plan stands. */
export const belowPlan = ({ frame }: Visit, fall: FallAkte) => ({
  frame,
  breadcrumb: [...caseWay(fall), { label: "Hilfeplan", href: planPath(fall.id) }],
});

/** Where a page about the draft stands. */
export const belowEntwurf = (visit: Visit, fall: FallAkte) => {
  const { frame, breadcrumb } = belowPlan(visit, fall);
  return { frame, breadcrumb: [...breadcrumb, { label: "Entwurf", href: `${planPath(fall.id)}/entwurf` }] };
};
