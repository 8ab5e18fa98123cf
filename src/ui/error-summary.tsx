import type { Rejected } from "../platform/form.ts";
import { Icon } from "./icon.tsx";

/** What to put right, in the order of the form, each a link to its field. Takes the focus, also without JavaScript. */
export function ErrorSummary(props: { readonly rejected: Rejected }) {
  const { errors } = props.rejected;
  const title = errors.length === 1 ? "Bitte prüfen Sie eine Angabe" : `Bitte prüfen Sie ${errors.length} Angaben`;
  return (
    <section class="kern-alert kern-alert--danger" id="fehler" aria-labelledby="fehler-titel" tabindex={-1} autofocus>
      <Icon name="danger" />
      <div>
        <h2 id="fehler-titel">{title}</h2>
        <ul>
          {errors.map((e) => (
            <li>{e.field === "" ? e.message : <a href={`#${encodeURIComponent(e.field)}`}>{e.message}</a>}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
