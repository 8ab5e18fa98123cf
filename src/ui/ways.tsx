import { type Child, useContext } from "#jsx";
import { Carry } from "./form.tsx";
import { Status } from "./lists.tsx";

export type Way = { readonly label: Child; readonly href: string; readonly current?: boolean | undefined };

/** The way up from here; the page itself is not in it. Back to a list it leads to what was seen there. */
export function Breadcrumb(props: { readonly items: readonly Way[] }) {
  const carry = useContext(Carry);
  return (
    <nav aria-label="Sie sind hier">
      <ol class="crumbs">
        {props.items.map((item) => (
          <li>
            <a href={carry(item.href)}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Ready-made choices in a row, as links: the address carries the choice. The current one is told. */
export function Choices(props: { readonly label: string; readonly items: readonly Way[] }) {
  if (props.items.length === 0) return null;
  return (
    <nav aria-label={props.label}>
      <ul class="choices">
        {props.items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current === true ? "true" : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type Task = {
  readonly label: string;
  readonly href?: string | undefined;
  readonly state: "erledigt" | "offen" | "jetzt";
};

const TASK_ICON = { erledigt: "success", jetzt: "arrow-forward", offen: undefined } as const;

/** Steps of something longer, with what is done and what comes now. */
export function TaskList(props: { readonly tasks: readonly Task[] }) {
  return (
    <ol class="tasks">
      {props.tasks.map((task) => (
        <li>
          {task.href === undefined ? <span>{task.label}</span> : <a href={task.href}>{task.label}</a>}
          <Status kind={TASK_ICON[task.state]}>{task.state}</Status>
        </li>
      ))}
    </ol>
  );
}

export type NavStep = {
  readonly label: string;
  /** Missing where there is nothing to do there now. */
  readonly href?: string | undefined;
  /** What waits there, in a word or two. */
  readonly note?: string | undefined;
  readonly current: boolean;
};

/** The steps of something that goes over several pages, each a link where one can go. */
export function NavSteps(props: { readonly label: string; readonly steps: readonly NavStep[] }) {
  return (
    <nav class="steps" aria-label={props.label}>
      <ol>
        {props.steps.map(({ label, href, note, current }) => (
          <li>
            {href === undefined ? (
              <span aria-current={current ? "step" : undefined}>{label}</span>
            ) : (
              <a href={href} aria-current={current ? "step" : undefined}>
                {label}
                {note === undefined ? null : <span class="n"> · {note}</span>}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * How far something is that goes on by itself. Looks again by itself where scripts run, until the page shows something else;
 * elsewhere `again` does.
 */
export function Progress(props: { readonly label: string; readonly percent: number; readonly again: string }) {
  return (
    <div class="progress" id="fortschritt" data-nachsehen="">
      <progress max={100} value={props.percent} aria-label={props.label} />
      <p>
        {props.percent} % · <a href={props.again}>Jetzt nachsehen</a>
      </p>
    </div>
  );
}

/** Open where there is room; on a phone one line to open, for what mostly stays as it is. */
export function Fold(props: { readonly summary: string; readonly open: boolean; readonly children?: Child }) {
  return (
    <details class="fold" open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}

/** More for whoever wants it ("Zahlen zeigen"). Open in print, unless it is something to do on the screen. */
export function Details(props: {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly screen?: boolean | undefined;
  readonly children?: Child;
}) {
  return (
    <details class={props.screen === true ? "more screen" : "more"} open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}

export type Station = {
  readonly label: string;
  /** When it was reached, in a word. */
  readonly note?: string | undefined;
  readonly state: "erledigt" | "jetzt" | "offen";
};

/** How far something is on a way of known stations, as a picture; nothing to choose from. Needs `extra` on the page. */
export function Path(props: { readonly label: string; readonly stations: readonly Station[] }) {
  return (
    <ol class="path" aria-label={props.label}>
      {props.stations.map(({ label, note, state }) => (
        <li class={state} aria-current={state === "jetzt" ? "step" : undefined}>
          {label}
          {state === "offen" ? <span class="kern-sr-only"> (noch nicht)</span> : null}
          {note === undefined ? null : <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
}
