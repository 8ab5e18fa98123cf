import type { Child } from "hono/jsx";
import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Page } from "../../../ui/index.ts";
import type { StelleAkte } from "../queries/stellen.ts";
import { LIST } from "./getan.ts";
import { stelleName } from "./zellen.tsx";

/** A page about one post, below the page of that post. */
export function StellePage(props: {
  readonly visit: Visit;
  readonly stelle: StelleAkte;
  readonly title: string;
  readonly rejected: Rejected | undefined;
  readonly children?: Child;
}) {
  const { visit, stelle, title, rejected } = props;
  return (
    <Page
      frame={visit.frame}
      title={title}
      rejected={rejected}
      breadcrumb={[
        { label: "Stellen", href: LIST },
        { label: stelleName(stelle), href: `${LIST}/${stelle.id}` },
      ]}
    >
      <Card>{props.children}</Card>
    </Page>
  );
}
