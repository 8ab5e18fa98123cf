import type { Child } from "#jsx";
import type { Rejected } from "../platform/form.ts";
import { Icon } from "./icon.tsx";
import { DescriptionList } from "./lists.tsx";

export type ConflictField = {
  readonly name: string;
  readonly label: string;
  /** Words for stored codes. Default: the values themselves. */
  readonly show?: ((values: readonly string[]) => Child) | undefined;
  /** Word for a field without a value. Default: "–". */
  readonly empty?: string | undefined;
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

function Words({ field, values }: { readonly field: ConflictField; readonly values: readonly string[] }) {
  if (values.length === 0) return <>{field.empty ?? "–"}</>;
  return <>{field.show?.(values) ?? <bdi>{values.join(", ")}</bdi>}</>;
}

type Difference = {
  readonly field: ConflictField;
  readonly theirs: readonly string[];
  readonly before: readonly string[];
  readonly mine: readonly string[];
};

const Differences = ({ rows }: { readonly rows: readonly Difference[] }) => (
  <DescriptionList
    items={rows.map(({ field, theirs, before, mine }) => ({
      term: field.label,
      value: (
        <>
          Jetzt gespeichert: <Words field={field} values={theirs} />
          <br />
          {equal(theirs, mine) ? (
            <>
              Von Ihnen nicht geändert; vorher: <Words field={field} values={before} />
            </>
          ) : (
            <>
              Ihre Eingabe: <Words field={field} values={mine} />
            </>
          )}
        </>
      ),
    }))}
  />
);

/**
 * Somebody else, or oneself in another tab, saved the record while this form was open: what differs, field by field, both
 * versions together. The form below keeps what was typed; saving it again is a decision made with both in sight. Takes the
 * focus.
 */
export function ConflictNotice(props: ConflictProps) {
  const { rejected, fields } = props;
  if (rejected?.conflict === undefined) return null;
  const { stored, read, own } = rejected.conflict;
  const rows = fields
    .map((field) => {
      const theirs = given(stored[field.name]);
      const before = read === undefined ? theirs : given(read[field.name]);
      return { field, theirs, before, mine: given(rejected.values[field.name]) };
    })
    .filter((row) => !equal(row.theirs, row.mine) || !equal(row.theirs, row.before));
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
        <h2 id="konflikt-titel">
          {own === true
            ? "Sie haben das inzwischen an anderer Stelle geändert"
            : "Jemand anderes hat das inzwischen geändert"}
        </h2>
        {rows.length === 0 ? (
          <p>Was Sie eingegeben haben, steht schon so da.</p>
        ) : (
          <>
            <p>
              Es ist noch nichts überschrieben. Was Sie eingegeben haben, steht weiter im Formular; wenn Sie speichern,
              gilt es in diesen Feldern statt dessen, was jetzt gespeichert ist.
            </p>
            <div translate="no">
              <Differences rows={rows} />
            </div>
          </>
        )}
        <p>
          <a href={props.stored}>Eigene Eingabe verwerfen und den gespeicherten Stand ansehen</a>
        </p>
      </div>
    </section>
  );
}
