import type { Frame, NavItem } from "../platform/frame.ts";

/** The place that this path belongs to: the longest beginning of it, `/beratungen/neu` before `/beratungen`. */
export const currentItem = (frame: Pick<Frame, "nav" | "path">): NavItem | undefined =>
  frame.nav
    .flatMap((group) => group.items)
    .filter((item) => item.href === frame.path || (item.href !== "/" && frame.path.startsWith(`${item.href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];

function Place(props: { readonly item: NavItem; readonly current: "page" | "true" | undefined }) {
  const { item } = props;
  return (
    <li>
      <a href={item.href} aria-current={props.current}>
        {item.label}
        {item.count === undefined || item.count === 0 ? null : <span class="n"> {item.count}</span>}
      </a>
    </li>
  );
}

/** Where one can go, on the left; a menu to open on a phone, also without JavaScript. */
export function Navigation(props: { readonly frame: Frame }) {
  const { frame } = props;
  const current = currentItem(frame);
  const mark = current?.href === frame.path ? "page" : "true";
  return (
    <nav class="nav" aria-label="Bereiche">
      <details data-menue="">
        <summary>Menü</summary>
        {frame.nav.map((group) => (
          <>
            {group.label === undefined ? null : <h2>{group.label}</h2>}
            <ul>
              {group.items.map((item) => (
                <Place item={item} current={item === current ? mark : undefined} />
              ))}
            </ul>
          </>
        ))}
      </details>
    </nav>
  );
}
