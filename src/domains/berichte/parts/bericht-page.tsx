import type { Child } from "hono/jsx";
import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Page } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import type { BerichtAkte } from "../queries/berichte.ts";
import { LIST } from "./getan.ts";

/** What a report is called in a list and on the way up to it. */
export const berichtName = (b: Pick<BerichtAkte, "von" | "bis" | "nummer">): string =>
  `${zeitraumName(b)} – ${b.nummer === undefined ? "Entwurf" : `Nr. ${b.nummer}`}`;

/** A page about one report, below the page of that report. */
export function BerichtPage(props: {
  readonly visit: Visit;
  readonly akte: BerichtAkte;
  readonly title: string;
  readonly rejected: Rejected | undefined;
  readonly children?: Child;
}) {
  const { visit, akte, title, rejected } = props;
  return (
    <Page
      frame={visit.frame}
      title={title}
      rejected={rejected}
      breadcrumb={[
        { label: "Berichte", href: LIST },
        { label: berichtName(akte), href: `${LIST}/${akte.id}` },
      ]}
    >
      <Card>{props.children}</Card>
    </Page>
  );
}
