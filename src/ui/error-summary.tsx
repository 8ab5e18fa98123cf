import type { Child } from "#jsx";
import type { FieldError, Rejected } from "../platform/form.ts";
import { Icon } from "./icon.tsx";

type ErrorSummaryProps = {
  readonly rejected: Rejected;
  /** What the fields are called, by their names: where the same is wrong with two of them, it says with which. */
  readonly labels?: ReadonlyMap<string, Child> | undefined;
};

/** What to put right, in the order of the form, each a link to its field. Takes the focus, also without JavaScript. */
export function ErrorSummary({ rejected, labels }: ErrorSummaryProps) {
  const { errors } = rejected;
  const words = ({ field, message }: FieldError) => {
    const label = errors.filter((e) => e.message === message).length > 1 ? labels?.get(field) : undefined;
    return label === undefined ? (
      message
    ) : (
      <>
        „{label}“: {message}
      </>
    );
  };
  const title = errors.length === 1 ? "Bitte prüfen Sie eine Angabe" : `Bitte prüfen Sie ${errors.length} Angaben`;
  return (
    <section class="kern-alert kern-alert--danger" id="fehler" aria-labelledby="fehler-titel" tabindex={-1} autofocus>
      <Icon name="danger" />
      <div>
        <h2 id="fehler-titel">{title}</h2>
        <ul>
          {errors.map((e) => (
            <li>{e.field === "" ? e.message : <a href={`#${encodeURIComponent(e.field)}`}>{words(e)}</a>}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
