import type { Child } from "#jsx";
import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Alert, ButtonLink, CardPage, Confirm } from "../../../ui/index.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly visit: Visit;
  readonly title: string;
  readonly action: string;
  readonly back?: string;
  /** Why this person cannot; then there is no button. */
  readonly why: string | undefined;
  readonly rejected: Rejected | undefined;
  readonly children?: Child;
};

/** The second of two who open files to somebody: what is to be confirmed, what to make sure of, yes or back. */
export function Bezeugen({ visit, title, action, back = LIST, why, rejected, children }: Props) {
  const place = { frame: visit.frame, title, rejected, breadcrumb: [{ label: "Vertretungen", href: LIST }] };
  if (why !== undefined)
    return (
      <CardPage {...place}>
        {children}
        <Alert kind="info">{why}</Alert>
        <ButtonLink href={back}>Zurück</ButtonLink>
      </CardPage>
    );
  return (
    <CardPage {...place}>
      <Confirm action={action} confirm="Bestätigen" back={back} rejected={rejected}>
        {children}
        <p>
          Vergewissern Sie sich, dass es diese Personen gibt, dass sie hier arbeiten und dass der Anlass stimmt. Sie
          haften nicht für die Akten, aber ohne Ihr Ja öffnet sie niemand. Ihr Name steht dabei.
        </p>
      </Confirm>
    </CardPage>
  );
}

/** The way to confirm something in a list, only for whoever may; everybody else reads that it takes somebody else. */
export const Bestaetigen = ({ href, why }: { readonly href: string; readonly why: string | undefined }) =>
  why === undefined ? <a href={href}>Bestätigen</a> : <>Bestätigen muss jemand anderes</>;
