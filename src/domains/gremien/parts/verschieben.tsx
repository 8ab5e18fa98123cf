import type { Child } from "#jsx";
import { Button, Form, HiddenField } from "../../../ui/index.ts";

type Props = {
  /** Address of the point. */
  readonly self: string;
  readonly hin: "hoch" | "runter";
  readonly label: string;
  /** Which point it is, for whoever does not see where the button stands. */
  readonly children?: Child;
};

/** Moves a point of an agenda by one. */
export const Verschieben = ({ self, hin, label, children }: Props) => (
  <Form action={`${self}/verschieben`}>
    <HiddenField name="hin" value={hin} />
    <Button kind="tertiary" small>
      {label}
      {children}
    </Button>
  </Form>
);
