import type { Treffer } from "../search.ts";
import { PersonTable } from "./person-table.tsx";

/** Field with the ids of the similar persons that were shown: whoever saves again has seen exactly these. */
export const SEEN = "person_gesehen";

/** Asks once whether the person is there already. Takes the focus; the form goes on below. */
export function Doubles({ doubles }: { readonly doubles: readonly Treffer[] }) {
  if (doubles.length === 0) return null;
  return (
    <section class="kern-alert kern-alert--warning" aria-labelledby="aehnlich" tabindex={-1} autofocus>
      <div>
        <h2 id="aehnlich">Ist es eine davon?</h2>
        <p>
          {doubles.length === 1
            ? "Diese Person haben Sie schon angelegt, und sie ist sehr ähnlich."
            : "Diese Personen haben Sie schon angelegt, und sie sind sehr ähnlich."}{" "}
          Wenn ja, öffnen Sie sie. Wenn nein, speichern Sie unten.
        </p>
        <PersonTable
          caption="Ähnliche Personen"
          persons={doubles}
          reason={{ label: "Warum", cell: (hit) => hit.grund }}
        />
      </div>
    </section>
  );
}
