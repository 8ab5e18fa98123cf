import type { Visit } from "../../../platform/access.ts";
import { Entered, Named } from "../../../ui/index.ts";
import { aktenzeichen } from "../../faelle/index.ts";
import type { Kopf } from "../queries/kopf.ts";
import { FAELLE, assessmentPath, netzwerkPath } from "./getan.ts";

/** Where a page about one case stands: below the page of that case. */
export const belowFall = ({ frame }: Visit, fall: Pick<Kopf, "id" | "jahr" | "nummer">) => ({
  frame,
  breadcrumb: [
    { label: "Fälle", href: FAELLE },
    { label: `Fall ${aktenzeichen(fall)}`, href: `${FAELLE}/${fall.id}` },
  ],
});

const below = (visit: Visit, fall: Pick<Kopf, "id" | "jahr" | "nummer">, label: string, href: string) => {
  const { frame, breadcrumb } = belowFall(visit, fall);
  return { frame, breadcrumb: [...breadcrumb, { label, href }] };
};

export const belowAssessment = (visit: Visit, fall: Pick<Kopf, "id" | "jahr" | "nummer">) =>
  below(visit, fall, "Assessment", assessmentPath(fall.id));

export const belowNetzwerk = (visit: Visit, fall: Pick<Kopf, "id" | "jahr" | "nummer">) =>
  below(visit, fall, "Netzwerkkarte", netzwerkPath(fall.id));

/** Whom it is about, and whose file it is where one acts for somebody else. */
export const Wer = ({ fall: { personId, person, fremd } }: { readonly fall: Kopf }) => (
  <p>
    <a href={`/personen/${personId}`}>
      <Entered>{person}</Entered>
    </a>
    {fremd === undefined ? null : (
      <span class="muted">
        {" "}
        · <Named says={fremd} />
      </span>
    )}
  </p>
);
