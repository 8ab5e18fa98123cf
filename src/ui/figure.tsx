import type { Child } from "#jsx";

type FigureProps = {
  readonly label: string;
  readonly value: Child;
  /** Below the figure: how it changed, or what is missing. */
  readonly note?: Child;
  /** What exactly is counted, behind a quiet "Was zählt?". */
  readonly definition?: Child;
};

/** One figure that somebody looks for first. Several stand in `Figures`. */
export function Figure(props: FigureProps) {
  return (
    <div class="card figure">
      <h2>{props.label}</h2>
      <p class="big">{props.value}</p>
      <p class="hint">{props.note}</p>
      {props.definition === undefined ? null : (
        <details class="more">
          <summary>
            Was zählt?<span class="kern-sr-only"> {props.label}</span>
          </summary>
          <p>{props.definition}</p>
        </details>
      )}
    </div>
  );
}

/** Figures side by side, as many as fit. */
export function Figures(props: { readonly label: string; readonly children?: Child }) {
  return (
    <section class="figures" aria-label={props.label}>
      {props.children}
    </section>
  );
}

/** Two halves of a wide page; one below the other where it is narrow. */
export function Halves(props: { readonly children?: Child }) {
  return <div class="halves">{props.children}</div>;
}
