import type { Child } from "hono/jsx";
import type { Rejected } from "../platform/form.ts";
import { Icon } from "./icon.tsx";
import { DescriptionList } from "./lists.tsx";

export type ConflictField = {
  readonly name: string;
  readonly label: string;
  /** Words for stored codes. Default: the values themselves. */
  readonly show?: ((values: readonly string[]) => Child) | undefined;
};

type ConflictProps = {
  readonly rejected: Rejected | undefined;
  /** Every field of the form, in its order. */
  readonly fields: readonly ConflictField[];
  /** Where the record stands as it was saved. */
  readonly stored: string;
};

const given = (values: readonly string[] | undefined) => (values ?? []).filter((v) => v !== "");

const equal = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().join("\0") === b.toSorted().join("\0");

/**
 * Somebody else saved the record while this form was open: what differs, field by field, both versions side by side. The
 * form below keeps what was typed; saving it again is a decision made with both in sight. Takes the focus.
 */
export function ConflictNotice(props: ConflictProps) {
  const { rejected, fields } = props;
  if (rejected?.conflict === undefined) return null;
  const { stored } = rejected.conflict;
  const rows = fields
    .map((field) => ({ field, theirs: given(stored[field.name]), mine: given(rejected.values[field.name]) }))
    .filter((row) => !equal(row.theirs, row.mine));
  const words = (field: ConflictField, values: readonly string[]) =>
    values.length === 0 ? "–" : (field.show?.(values) ?? <bdi>{values.join(", ")}</bdi>);
  return (
    <section
      class="kern-alert kern-alert--warning"
      id="konflikt"
      aria-labelledby="konflikt-titel"
      tabindex={-1}
      autofocus
    >
      <Icon name="warning" />
      <div>
        <h2 id="konflikt-titel">Jemand anderes hat das inzwischen geändert</h2>
        {rows.length === 0 ? (
          <p>Was Sie eingegeben haben, steht schon so da.</p>
        ) : (
          <>
            <p>
              Es ist noch nichts überschrieben. Ihre Eingabe steht weiter im Formular; wenn Sie speichern, gilt sie in
              diesen Feldern statt dessen, was jetzt da steht.
            </p>
            <DescriptionList
              items={rows.map(({ field, theirs, mine }) => ({
                term: field.label,
                value: (
                  <>
                    Jetzt gespeichert: {words(field, theirs)}
                    <br />
                    Ihre Eingabe: {words(field, mine)}
                  </>
                ),
              }))}
            />
          </>
        )}
        <p>
          <a href={props.stored}>Eigene Eingabe verwerfen und den gespeicherten Stand ansehen</a>
        </p>
      </div>
    </section>
  );
}
