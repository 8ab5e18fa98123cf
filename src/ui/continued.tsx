import type { Child } from "#jsx";
import type { Filled } from "../platform/filled.ts";
import { Alert } from "./alert.tsx";
import { Button } from "./button.tsx";
import { type Draft, Form, HiddenField } from "./form.tsx";

type Props = {
  readonly f: Pick<Filled, "draft" | "continued" | "renewed" | "others">;
  /** What else there is to say of it. */
  readonly children?: Child;
};

/** Throws drafts away, those at one address. It asks nothing: afterwards it can be taken back. */
export function DiscardDrafts(props: {
  readonly url: string;
  readonly ids: readonly string[];
  readonly label: string;
  readonly back?: string | undefined;
}) {
  return (
    <Form action={`${props.url}/verwerfen`}>
      {props.ids.map((id) => (
        <HiddenField name="entwurf" value={id} />
      ))}
      {props.back === undefined ? null : <HiddenField name="weiter" value={props.back} />}
      <Button kind="tertiary" small>
        {props.label}
      </Button>
    </Form>
  );
}

export const DiscardDraft = ({ draft, back }: { readonly draft: Draft; readonly back?: string }) => (
  <DiscardDrafts url={draft.url} ids={[draft.id]} label="Verwerfen" back={back} />
);

const WHEN = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

const Others = ({ f }: Pick<Props, "f">) => (
  <>
    {" "}
    Für diesen Eintrag ist noch mehr angefangen:{" "}
    {f.others.map(({ href, geaendert }, i) => (
      <>
        {i > 0 ? ", " : null}
        <a href={href}>{WHEN.format(geaendert)}</a>
      </>
    ))}
    .
  </>
);

/** Above a form that goes on with a draft: says that it is one and what else was begun, and lets go of it. */
export function Continued({ f, children }: Props) {
  if (f.continued === undefined && f.others.length === 0) return null;
  const said = children ?? "Das ist, was Sie hier geschrieben und noch nicht gespeichert haben.";
  return (
    <Alert kind="info">
      <div class="draft">
        <span>
          {f.continued === undefined ? null : said}
          {f.renewed
            ? " Seitdem wurde der Eintrag geändert. Was Sie nicht angefasst haben, zeigt den neuen Stand."
            : null}
          {f.others.length === 0 ? null : <Others f={f} />}
        </span>
        {f.continued === undefined ? null : <DiscardDraft draft={f.draft} />}
      </div>
    </Alert>
  );
}
