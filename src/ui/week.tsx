import type { Child } from "#jsx";

type Day = { readonly title: string; readonly entries: readonly Child[] };

/** Days side by side, each with what stands in it; on a phone below each other. Prints on one page across. */
export function Week({ days }: { readonly days: readonly Day[] }) {
  return (
    <ol class="week">
      {days.map(({ title, entries }) => (
        <li>
          <h2>{title}</h2>
          {entries.length === 0 ? (
            <p class="muted">nichts</p>
          ) : (
            <ul>
              {entries.map((entry) => (
                <li>{entry}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
