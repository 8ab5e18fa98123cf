import type { Child } from "hono/jsx";
import { Alert } from "./alert.tsx";
import { Button } from "./button.tsx";
import { type Draft, Form, HiddenField } from "./form.tsx";

type Props = {
  readonly draft: Draft;
  /** When the draft was last kept; the form shows none where it is undefined. */
  readonly continued: Date | undefined;
  /** What else there is to say of it. */
  readonly children?: Child;
};

/** Throws a draft away. It asks nothing: what is thrown away was never saved. */
export function DiscardDraft({ draft }: { readonly draft: Draft }) {
  return (
    <Form action={`${draft.url}/verwerfen`}>
      <HiddenField name="entwurf" value={draft.id} />
      <Button kind="tertiary" small>
        Verwerfen
      </Button>
    </Form>
  );
}

/** Above a form that goes on with a draft: says that it is one, and lets go of it. */
export function Continued({ draft, continued, children }: Props) {
  if (continued === undefined) return null;
  return (
    <Alert kind="info">
      <div class="draft">
        <span>{children ?? "Das ist, was Sie hier geschrieben und noch nicht gespeichert haben."}</span>
        <DiscardDraft draft={draft} />
      </div>
    </Alert>
  );
}
