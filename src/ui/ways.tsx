import type { Child } from "hono/jsx";
import { Status } from "./lists.tsx";

export type Way = { readonly label: string; readonly href: string; readonly current?: boolean | undefined };

/** The way up from here; the page itself is not in it. */
export function Breadcrumb(props: { readonly items: readonly Way[] }) {
  return (
    <nav aria-label="Sie sind hier">
      <ol class="crumbs">
        {props.items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
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

/** More for whoever wants it ("Zahlen zeigen"). Open in print. */
export function Details(props: {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children?: Child;
}) {
  return (
    <details class="more" open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
