import type { Child } from "hono/jsx";
import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Page } from "../../../ui/index.ts";

export const MITARBEITENDE = "/verwaltung/mitarbeitende";

/** A page about one account, below the page of that account. */
export function KontoPage(props: {
  readonly visit: Visit;
  readonly konto: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly rejected?: Rejected | undefined;
  readonly children?: Child;
}) {
  const { visit, konto, title, rejected } = props;
  return (
    <Page
      frame={visit.frame}
      title={title}
      rejected={rejected}
      breadcrumb={[
        { label: "Mitarbeitende", href: MITARBEITENDE },
        { label: konto.name, href: `${MITARBEITENDE}/${konto.id}` },
      ]}
    >
      <Card>{props.children}</Card>
    </Page>
  );
}
